package com.highstage.portal.verification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins are tried.
 *
 * @param atOnce how many logins of one organisation are under way at a time
 * @param patience how long a refused login counts as waiting while Microsoft may still be
 * spreading what was done
 * @param firstWait how long to wait before a refused login is tried a second time; twice
 * as long each time after that
 * @param longestWait the longest wait between two tries
 */
@ConfigurationProperties("portal.verification")
public record VerificationProperties(@DefaultValue("20") int atOnce, @DefaultValue("2h") Duration patience,
		@DefaultValue("2s") Duration firstWait, @DefaultValue("5m") Duration longestWait) {

	/** Microsoft usually needs at least this long to spread what was done. */
	public static final Duration USUALLY_FROM = Duration.ofMinutes(15);

	/** Microsoft usually needs no longer than this. */
	public static final Duration USUALLY_UP_TO = Duration.ofMinutes(60);

	private static final int MOST_AT_ONCE = 20;

	public VerificationProperties {
		if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
			throw new IllegalArgumentException("between 1 and " + MOST_AT_ONCE + " logins at once");
		}
	}

}
