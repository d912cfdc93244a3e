package com.highstage.portal.operator.desk;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;

/**
 * Where a customer stands, as far as the facts say.
 *
 * @param state the state
 * @param step the step that it is about, if about one
 * @param needs what somebody else must be able to do
 * @param reason what the person has to do
 * @param since since when; null if no fact says so
 */
record Stand(CustomerState state, @Nullable Step step, @Nullable Ability needs, StepState.@Nullable Reason reason,
		@Nullable Instant since) {

	static Stand of(CustomerState state, @Nullable Instant since) {
		return new Stand(state, null, null, null, since);
	}

	/**
	 * Finds since when a customer stands so, if no fact says: since it was first seen.
	 * @param before how they stood before; null for a new customer
	 * @param now the time
	 * @return where they stand
	 */
	DeskRow.Standing after(DeskRow.@Nullable Standing before, Instant now) {
		boolean same = before != null && before.state() == this.state && before.step() == this.step
				&& before.needs() == this.needs && before.reason() == this.reason;
		Instant from = (this.since != null) ? this.since : (same && before != null) ? before.since() : now;
		return new DeskRow.Standing(this.state, this.step, this.needs, this.reason, from);
	}

}
