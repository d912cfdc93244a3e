package com.highstage.portal.operator.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import com.highstage.portal.operator.DeskQuery.Sort;
import com.highstage.portal.operator.DeskRow;

/**
 * A place in the list: the sort key of a row, and its id, which is unique.
 *
 * @param key the key as the database compares it: bytes, or a time
 * @param id the customer's id
 */
record Mark(Object key, UUID id) {

	static Mark of(Sort sort, DeskRow row) {
		return new Mark(switch (sort) {
			case NAME -> Words.key(row.name());
			case STUCK ->
				row.standing().state().isOpen() ? row.standing().since().atOffset(ZoneOffset.UTC) : JdbcDeskRow.NEVER;
			case SECRET -> JdbcDeskRow.orNever(row.secretEnds());
			case CHANGED -> row.changedAt().atOffset(ZoneOffset.UTC);
		}, row.customer().value());
	}

	/**
	 * Reads a mark that came from outside.
	 * @param sort the order
	 * @param text what came
	 * @return empty if it is no mark of this order
	 */
	static Optional<Mark> parse(Sort sort, String text) {
		String[] parts = text.split("_", 2);
		if (parts.length < 2 || parts[1].length() != 36) {
			return Optional.empty();
		}
		try {
			Object key = (sort == Sort.NAME) ? HexFormat.of().parseHex(parts[0])
					: Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
			return Optional.of(new Mark(key, UUID.fromString(parts[1])));
		}
		catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		String text = (this.key instanceof byte[] bytes) ? HexFormat.of().formatHex(bytes) : String
			.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, ((java.time.OffsetDateTime) this.key).toInstant()));
		return text + "_" + this.id;
	}

}
