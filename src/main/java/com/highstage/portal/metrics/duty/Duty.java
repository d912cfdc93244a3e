package com.highstage.portal.metrics.duty;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * The status of something that the portal should be doing and is not doing: people can
 * still use it, and somebody has to look.
 */
final class Duty {

	static final Status NEGLECTED = new Status("ATTENTION");

	private Duty() {
	}

	static Health.Builder done(boolean done) {
		return done ? Health.up() : Health.status(NEGLECTED);
	}

}
