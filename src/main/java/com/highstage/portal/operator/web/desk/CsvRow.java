package com.highstage.portal.operator.web.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.operator.DeskRow;

/**
 * A customer as a line of a file. Names of strangers must not become formulas of the
 * spreadsheet that opens it (OWASP, CSV injection).
 */
final class CsvRow {

	static final List<String> HEADINGS = List.of("customer_id", "name", "reference", "organisation", "address",
			"domain", "organisation_id", "connection_id", "state", "step", "waits_for", "since", "link_ends",
			"secret_ends", "to_be_matched", "left_at_microsoft", "last_change");

	/**
	 * What spreadsheets take for a formula where a cell begins. Where the decimal sign is
	 * a comma, Excel begins one after a semicolon too, whatever the quotes say.
	 */
	private static final Pattern BEGINS_FORMULA = Pattern
		.compile("(^|;)(?=[\\s\"]*[=+@\uff1d\uff0b\uff0d\uff20-]|[\t\r\n])");

	private CsvRow() {
	}

	static List<String> cells(DeskRow row) {
		DeskRow.Standing standing = row.standing();
		return Stream
			.of(row.customer(), row.name(), row.reference(), row.organisationName(), row.address(), row.domain(),
					text(row.tenant()), text(row.connection()), code(standing.state()), code(standing.step()),
					code((standing.needs() != null) ? standing.needs() : standing.reason()), time(standing.since()),
					time(row.linkEnds()), time(row.secretEnds()), row.unmatched() ? "yes" : "no",
					row.left().stream().map(Part::key).collect(Collectors.joining(" ")), time(row.changedAt()))
			.map(Object::toString)
			.map(CsvRow::harmless)
			.toList();
	}

	static String harmless(String cell) {
		return BEGINS_FORMULA.matcher(cell).replaceAll("$1'");
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	private static String code(@Nullable Enum<?> value) {
		return (value != null) ? value.name().toLowerCase(Locale.ROOT).replace('_', '-') : "";
	}

	private static String time(@Nullable Instant at) {
		return (at != null) ? at.truncatedTo(ChronoUnit.SECONDS).toString() : "";
	}

}
