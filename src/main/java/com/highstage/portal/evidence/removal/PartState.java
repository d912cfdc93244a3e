package com.highstage.portal.evidence.removal;

import java.util.Locale;

/**
 * Where a part of a removal stands; message {@code removal.state.<key>}.
 */
public enum PartState {

	/** Its turn has not come. */
	NOT_STARTED,

	/** The portal is at it. */
	RUNNING,

	/** Microsoft asked to wait, or still shows what was removed. */
	WAITING_FOR_MICROSOFT,

	/** Somebody with the role has to sign in, or to run the script. */
	WAITING_FOR_PERSON,

	/** Microsoft refused. */
	FAILED,

	/** A person said that the script has run; the portal could not look. */
	BY_HAND,

	/** Microsoft did not let the portal take it back; the removal went on. */
	LEFT,

	/** Microsoft said that it is gone. */
	DONE;

	/**
	 * The name in message keys and style classes.
	 * @return for example {@code waiting-for-microsoft}
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Whether the next part may begin.
	 * @return true if nothing more is done about this one
	 */
	public boolean isSettled() {
		return this == BY_HAND || this == LEFT || this == DONE;
	}

	/**
	 * Whether nothing happens until a person does something.
	 * @return true if so
	 */
	public boolean needsPerson() {
		return this == WAITING_FOR_PERSON || this == FAILED;
	}

}
