package com.highstage.portal.operator.web.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the address of the audit trail. What is not understood counts as not
 * said.
 *
 * @param about an organisation's or a customer's id
 * @param actor who, by name or id
 * @param action what
 * @param refused whether only what was refused
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 * @param before the entry before which the page begins
 */
record AuditForm(@Nullable String about, @Nullable String actor, @Nullable String action, @Nullable String refused,
		@Nullable String from, @Nullable String to, @Nullable String before) {

	private static final int LONGEST = 400;

	public String text(@Nullable String value) {
		String said = (value != null) ? value.strip() : "";
		return said.substring(0, Math.min(LONGEST, said.length()));
	}

	Optional<UUID> id() {
		try {
			return text(this.about).isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text(this.about)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	public boolean onlyRefused() {
		return !text(this.refused).isEmpty();
	}

	@Nullable Instant begin() {
		return day(this.from).map((day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(null);
	}

	@Nullable Instant end() {
		return day(this.to).map((day) -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(null);
	}

	private Optional<LocalDate> day(@Nullable String text) {
		try {
			return text(text).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(text)))
				.filter((day) -> day.getYear() > 1999 && day.getYear() < 9999);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Where the page begins.
	 * @return a place in the chain, after its end for the first page
	 */
	long place() {
		try {
			return Math.max(0, Long.parseLong(text(this.before)));
		}
		catch (NumberFormatException ex) {
			return Long.MAX_VALUE;
		}
	}

	public boolean isFirst() {
		return place() == Long.MAX_VALUE;
	}

	/**
	 * The address of the page after an entry.
	 * @param sequence the entry; 0 for the first page
	 * @return a local address
	 */
	public String older(long sequence) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("about", text(this.about));
		parameters.put("actor", text(this.actor));
		parameters.put("action", text(this.action));
		parameters.put("refused", text(this.refused));
		parameters.put("from", text(this.from));
		parameters.put("to", text(this.to));
		parameters.put("before", (sequence > 0) ? String.valueOf(sequence) : "");
		StringJoiner address = new StringJoiner("&", "/operator/audit?", "").setEmptyValue("/operator/audit");
		parameters.forEach((name, value) -> {
			if (!value.isEmpty()) {
				address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
			}
		});
		return address.toString();
	}

}
