package com.highstage.portal.onboarding.work;

import java.time.Instant;

/**
 * How a run ends.
 */
sealed interface Ending {

	/**
	 * The journey is over.
	 */
	record Finished() implements Ending {

	}

	/**
	 * All works; looked at again because a mailbox that is off the list was not seen to
	 * be closed.
	 *
	 * @param until when
	 */
	record Closing(Instant until) implements Ending {

	}

	/**
	 * Looked at again by itself.
	 *
	 * @param until when
	 */
	record Wait(Instant until) implements Ending {

	}

	/**
	 * Nothing to do until somebody acts.
	 */
	record Idle() implements Ending {

	}

}
