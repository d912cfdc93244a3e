package com.highstage.portal.operator.web.keys;

import java.time.Instant;

import com.highstage.portal.vault.RecipientKeys.RecipientKey;
import com.highstage.portal.vault.RecipientKeys.State;

/**
 * A recipient key as the page shows it.
 *
 * @param key the key
 * @param newest whether it is the one that was configured last
 * @param inUse whether new secrets are sealed for it
 * @param connections how many hang on it
 * @param at when the page was made
 */
public record KeyView(RecipientKey key, boolean newest, boolean inUse, long connections, Instant at) {

	/**
	 * What the key is called.
	 * @return the end of a message's name
	 */
	public String heading() {
		if (this.key.state() == State.RETIRED) {
			return "retired";
		}
		return this.newest ? "newest" : "former";
	}

	/**
	 * What there is to do.
	 * @return the end of a message's name
	 */
	public String todo() {
		return switch (this.key.state()) {
			case WAITS_FOR_PROOF -> hasRunOut() ? "ran-out" : "waits";
			case PROVEN -> proven();
			case HELD -> "held";
			case RETIRED -> (this.connections > 0) ? "retired-in-use" : "retired";
		};
	}

	private String proven() {
		if (this.newest) {
			return "proven";
		}
		return this.inUse ? "stands-in" : "former";
	}

	/**
	 * Whether there was a proof that no longer holds.
	 * @return true if Highstage has not answered for too long
	 */
	public boolean hasRunOut() {
		Instant until = this.key.provenUntil();
		return until != null && !until.isAfter(this.at);
	}

	/**
	 * The colour of its state.
	 * @return the end of a style's name
	 */
	public String tone() {
		return switch (this.key.state()) {
			case WAITS_FOR_PROOF -> hasRunOut() ? "trouble" : "waiting";
			case PROVEN -> "works";
			case HELD -> "waiting";
			case RETIRED -> "over";
		};
	}

}
