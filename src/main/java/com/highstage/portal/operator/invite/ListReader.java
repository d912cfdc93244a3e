package com.highstage.portal.operator.invite;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import com.highstage.portal.operator.invite.Imports.Refusal;

/**
 * Reads a list of customers as spreadsheets write them: the header row decides which
 * separator and which columns there are.
 */
final class ListReader {

	/** The most customers in one list. */
	static final int MOST = 5000;

	private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

	/** Tells Excel which separator follows; nothing to the rest of the world. */
	private static final Pattern HINT = Pattern.compile("\\A\"?sep=.\"?\\R", Pattern.CASE_INSENSITIVE);

	/** How people keep Excel from eating leading zeros. */
	private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);

	private ListReader() {
	}

	static Listing read(String text) {
		String table = HINT.matcher(ListText.plain(text)).replaceFirst("");
		if (table.isBlank()) {
			return new Listing.Unreadable(Refusal.EMPTY);
		}
		char separator = SEPARATORS.stream()
			.max(Comparator.comparingInt((each) -> columns(table, each).size()))
			.orElseThrow();
		Map<Column, Integer> columns = columns(table, separator);
		if (!columns.containsKey(Column.NAME) || !columns.containsKey(Column.ADDRESS)) {
			return new Listing.Unreadable(Refusal.NO_HEADER);
		}
		try {
			return lines(table, separator, columns);
		}
		catch (IOException | UncheckedIOException ex) {
			return new Listing.Unreadable(Refusal.BROKEN);
		}
	}

	private static Map<Column, Integer> columns(String table, char separator) {
		Map<Column, Integer> columns = new EnumMap<>(Column.class);
		try (CSVParser parser = parser(table, separator)) {
			Iterator<CSVRecord> records = parser.iterator();
			if (records.hasNext()) {
				CSVRecord header = records.next();
				for (int i = 0; i < header.size(); i++) {
					int place = i;
					Column.of(header.get(i)).ifPresent((column) -> columns.putIfAbsent(column, place));
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			// Not with this separator.
			columns.clear();
		}
		return columns;
	}

	private static Listing lines(String table, char separator, Map<Column, Integer> columns) throws IOException {
		List<TypedLine> lines = new ArrayList<>();
		try (CSVParser parser = parser(table, separator)) {
			boolean header = true;
			for (CSVRecord record : parser) {
				if (!header && !isBlank(record)) {
					if (lines.size() == MOST) {
						return new Listing.Unreadable(Refusal.TOO_MANY);
					}
					lines.add(new TypedLine(Math.toIntExact(record.getRecordNumber()), customer(record, columns)));
				}
				header = false;
			}
		}
		return lines.isEmpty() ? new Listing.Unreadable(Refusal.EMPTY) : new Listing.Lines(lines);
	}

	private static CSVParser parser(String table, char separator) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setIgnoreSurroundingSpaces(separator != '\t')
			.setIgnoreEmptyLines(true)
			.setTrailingData(true)
			.get();
		return CSVParser.parse(new StringReader(table), format);
	}

	private static boolean isBlank(CSVRecord record) {
		return record.stream().allMatch(String::isBlank);
	}

	private static TypedCustomer customer(CSVRecord record, Map<Column, Integer> columns) {
		return new TypedCustomer(value(record, columns, Column.NAME), value(record, columns, Column.REFERENCE),
				value(record, columns, Column.ADDRESS), value(record, columns, Column.LANGUAGE),
				value(record, columns, Column.PROTOCOLS), value(record, columns, Column.MAILBOXES),
				value(record, columns, Column.DOMAIN), value(record, columns, Column.DAYS),
				value(record, columns, Column.PERSONAL_LINE));
	}

	private static String value(CSVRecord record, Map<Column, Integer> columns, Column column) {
		Integer place = columns.get(column);
		if (place == null || place >= record.size()) {
			return "";
		}
		return KEPT_AS_TEXT.matcher(record.get(place).strip()).replaceFirst("$1").strip();
	}

}
