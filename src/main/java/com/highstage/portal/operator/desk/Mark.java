package com.highstage.portal.operator.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskQuery.Sort;
import com.highstage.portal.operator.DeskRow;

/**
 * A place in the list: the sort key of a row, and its id, which is unique.
 *
 * @param term the word that the row was found by, in a search by name; null otherwise
 * @param key the key as the database compares it: bytes, or a time
 * @param id the customer's id
 */
record Mark(byte @Nullable [] term, Object key, UUID id) {

	static Mark of(Sort sort, DeskRow row, byte @Nullable [] term) {
		return new Mark(term, switch (sort) {
			case NAME -> Words.key(row.name());
			case STUCK ->
				row.standing().state().isOpen() ? row.standing().since().atOffset(ZoneOffset.UTC) : JdbcDeskRow.NEVER;
			case SECRET -> JdbcDeskRow.orNever(row.secretEnds());
			case CHANGED -> row.changedAt().atOffset(ZoneOffset.UTC);
		}, row.customer().value());
	}

	/**
	 * Whether the rows of a query are marked with the word that they were found by.
	 * @param query the query
	 * @return true if words are sought, by name
	 */
	static boolean hasTerm(DeskQuery query) {
		return query.sort() == Sort.NAME && !Words.sought(query.text()).isEmpty();
	}

	/**
	 * Reads a mark that came from outside.
	 * @param query the query that it belongs to
	 * @param text what came
	 * @return empty if it is no mark of this query
	 */
	static Optional<Mark> parse(DeskQuery query, String text) {
		String[] parts = text.split("_", -1);
		if (parts.length != (hasTerm(query) ? 3 : 2) || parts[parts.length - 1].length() != 36) {
			return Optional.empty();
		}
		try {
			byte[] term = hasTerm(query) ? HexFormat.of().parseHex(parts[0]) : null;
			String key = parts[parts.length - 2];
			return Optional.of(new Mark(term, (query.sort() == Sort.NAME) ? HexFormat.of().parseHex(key) : time(key),
					UUID.fromString(parts[parts.length - 1])));
		}
		catch (IllegalArgumentException | ArithmeticException | DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static OffsetDateTime time(String text) {
		return Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	@Override
	public String toString() {
		String before = (this.term != null) ? HexFormat.of().formatHex(this.term) + "_" : "";
		String text = (this.key instanceof byte[] bytes) ? HexFormat.of().formatHex(bytes)
				: String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, ((OffsetDateTime) this.key).toInstant()));
		return before + text + "_" + this.id;
	}

}
