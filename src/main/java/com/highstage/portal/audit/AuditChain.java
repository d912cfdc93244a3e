package com.highstage.portal.audit;

/**
 * Verifies that nobody changed, removed or added audit entries behind the portal's back.
 */
public interface AuditChain {

	/**
	 * Reads the whole chain.
	 * @return what was found
	 */
	ChainState verify();

	/**
	 * What a verification can come to.
	 */
	sealed interface ChainState {

	}

	/**
	 * Every entry fits. Somebody who keeps these values elsewhere can tell later whether
	 * database and chain were both put back to an older state.
	 *
	 * @param entries how many there are
	 * @param end the last entry's authentication tag; empty if there is none
	 */
	record Intact(long entries, String end) implements ChainState {

	}

	/**
	 * An entry does not fit.
	 *
	 * @param sequence the first such entry
	 * @param reason what is wrong with it
	 */
	record Broken(long sequence, Reason reason) implements ChainState {

	}

	/**
	 * Why an entry does not fit.
	 */
	enum Reason {

		/** It is not there. */
		MISSING,

		/** It, or its place in the chain, was changed. */
		CHANGED,

		/** It was added by somebody else. */
		ADDED,

		/** The portal was not given the key that it was written with. */
		UNKNOWN_KEY

	}

}
