package com.highstage.portal.microsoft.http;

import com.highstage.portal.microsoft.Failure;

/**
 * What happens at Microsoft if a call is made twice; decides what a missing answer means.
 */
public enum Effect {

	/** Changes nothing. */
	NONE,

	/** Leads to the same state however often it is made: upserts, whole-value patches. */
	REPEATABLE,

	/** Makes something new each time. */
	ONCE;

	/**
	 * The call was sent and its answer is missing or cannot be understood.
	 * @return what to do
	 */
	public Failure.Kind withoutAnswer() {
		return (this == NONE) ? Failure.Kind.RETRY_LATER : Failure.Kind.UNKNOWN;
	}

	/**
	 * Microsoft answered that something broke on its side (5xx).
	 * @return what to do
	 */
	public Failure.Kind withServerError() {
		return (this == ONCE) ? Failure.Kind.UNKNOWN : Failure.Kind.RETRY_LATER;
	}

}
