package com.highstage.portal.registration;

import java.util.UUID;

/**
 * One attempt to change something at Microsoft; short enough for the display name of a
 * secret, by which it is found again.
 *
 * @param value 16 hexadecimal digits
 */
public record AttemptId(String value) {

	static AttemptId random() {
		UUID random = UUID.randomUUID();
		return new AttemptId("%016x"
			.formatted(random.getMostSignificantBits() ^ Long.rotateLeft(random.getLeastSignificantBits(), 7)));
	}

	/**
	 * A secret's display name that says which attempt made it.
	 * @param description what the person typed
	 * @return the description and {@code (hs-<attempt>)}
	 */
	String mark(String description) {
		return description + " " + mark();
	}

	/**
	 * Whether a secret or certificate was made by this attempt.
	 * @param displayName its display name at Microsoft
	 * @return true if it ends in our mark
	 */
	public boolean made(String displayName) {
		return displayName.endsWith(mark());
	}

	private String mark() {
		return "(hs-" + this.value + ")";
	}

	@Override
	public String toString() {
		return this.value;
	}

}
