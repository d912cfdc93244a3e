package com.highstage.portal.samples;

import java.time.Duration;

/**
 * Something that people did.
 *
 * @param ago how long ago
 * @param play what they did
 */
record Scene(Duration ago, Runnable play) {

	static Scene days(long ago, Runnable play) {
		return new Scene(Duration.ofDays(ago), play);
	}

	static Scene hours(long ago, Runnable play) {
		return new Scene(Duration.ofHours(ago), play);
	}

	static Scene minutes(long ago, Runnable play) {
		return new Scene(Duration.ofMinutes(ago), play);
	}

}
