package com.highstage.portal.microsoft.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After}: whole or fractional seconds, or an HTTP date (RFC 9110
 * section 10.2.3); anything else counts as absent.
 */
public final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

	private final Clock clock;

	private final Duration longest;

	public RetryAfter(Clock clock, Duration longest) {
		this.clock = clock;
		this.longest = longest;
	}

	/**
	 * Understands the header.
	 * @param header its value, if there was one
	 * @return how long to wait, rounded up to milliseconds, never negative, never too
	 * long; null if it says nothing
	 */
	public @Nullable Duration parse(@Nullable String header) {
		Duration asked = (header != null) ? read(header.strip()) : null;
		if (asked == null || asked.isNegative()) {
			return (asked != null) ? Duration.ZERO : null;
		}
		return (asked.compareTo(this.longest) > 0) ? this.longest : asked;
	}

	private @Nullable Duration read(String header) {
		if (SECONDS.matcher(header).matches()) {
			return Duration.ofMillis((long) Math.ceil(Double.parseDouble(header) * 1000));
		}
		try {
			ZonedDateTime until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
			return Duration.between(this.clock.instant(), until.toInstant());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
