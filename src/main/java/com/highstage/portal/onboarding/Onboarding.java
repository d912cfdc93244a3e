package com.highstage.portal.onboarding;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

/**
 * One journey of one organisation to its connection; at most one is active.
 *
 * @param id the id
 * @param tenant the organisation
 * @param connection what the journey leads to
 * @param status active, done or cancelled
 * @param mode who does the work
 * @param plan what is wanted
 * @param goal the last step that somebody asked for; null before the first
 * @param express whether the person pressed "do the rest", so that the portal decides by
 * itself where a policy asks for something else
 * @param authority whose delegated token the work uses in the directory; null if nobody's
 * @param exchange whose delegated token the work uses in Exchange, often another
 * person's; null if nobody's
 * @param startedBy who started it
 * @param starterName the display name of who started it
 * @param startedAt when it was started
 */
public record Onboarding(OnboardingId id, TenantId tenant, ConnectionId connection, Status status, Mode mode, Plan plan,
		@Nullable Step goal, boolean express, @Nullable Authority authority, @Nullable Authority exchange,
		PersonId startedBy, String starterName, Instant startedAt) {

	/**
	 * Somebody asks for something: their authority is used from now on, for what it
	 * suffices for.
	 * @param newPlan what is wanted
	 * @param wanted the last step wanted; the goal never comes nearer
	 * @param doTheRest whether the portal decides by itself
	 * @param by whose authority
	 * @return the journey with the portal at work
	 */
	public Onboarding asked(Plan newPlan, Step wanted, boolean doTheRest, Authority by) {
		return with(by).guarded(newPlan, by).changed(this.status, Mode.PORTAL, newPlan, farther(wanted), doTheRest);
	}

	/**
	 * Somebody names mailboxes, whoever does the steps before.
	 * @param newPlan what is wanted
	 * @param by whose authority
	 * @return the journey with a check as its goal
	 */
	public Onboarding mailboxesAsked(Plan newPlan, Authority by) {
		return with(by).guarded(newPlan, by).changed(this.status, this.mode, newPlan, Step.CHECK, this.express);
	}

	/**
	 * Somebody did the steps by hand.
	 * @param newPlan what is there
	 * @param by who
	 * @return the journey with a check as its goal
	 */
	public Onboarding doneByHand(Plan newPlan, Authority by) {
		return with(by).changed(this.status, Mode.BY_HAND, newPlan, Step.CHECK, false);
	}

	/**
	 * Somebody who is signed in lends their authority, for what it suffices for.
	 * @param by whose authority
	 * @return the journey
	 */
	public Onboarding with(Authority by) {
		boolean registers = by.abilities().contains(Ability.REGISTER) || this.authority == null;
		return lent(by, registers, by.abilities().contains(Ability.MAILBOXES));
	}

	/**
	 * Somebody who is signed in lends their authority.
	 * @param by whose authority
	 * @param forDirectory whether for the directory
	 * @param forExchange whether for Exchange
	 * @return the journey
	 */
	public Onboarding lent(Authority by, boolean forDirectory, boolean forExchange) {
		return acting(forDirectory ? by : this.authority, forExchange ? by : this.exchange);
	}

	// Who may not open mailboxes must not have others' authority open what they add.
	private Onboarding guarded(Plan newPlan, Authority by) {
		boolean adds = !this.plan.mailboxes().containsAll(newPlan.mailboxes());
		return (adds && !by.abilities().contains(Ability.MAILBOXES)) ? acting(this.authority, null) : this;
	}

	private Onboarding acting(@Nullable Authority directory, @Nullable Authority mailboxes) {
		return new Onboarding(this.id, this.tenant, this.connection, this.status, this.mode, this.plan, this.goal,
				this.express, directory, mailboxes, this.startedBy, this.starterName, this.startedAt);
	}

	/**
	 * The same journey with another plan.
	 * @param newPlan what is wanted
	 * @return the journey
	 */
	public Onboarding planned(Plan newPlan) {
		return changed(this.status, this.mode, newPlan, this.goal, this.express);
	}

	/**
	 * Somebody gives it up.
	 * @return the journey, ended
	 */
	public Onboarding cancelled() {
		return changed(Status.CANCELLED, this.mode, this.plan, this.goal, this.express);
	}

	private @Nullable Step farther(Step wanted) {
		return (this.goal != null && this.goal.compareTo(wanted) > 0) ? this.goal : wanted;
	}

	private Onboarding changed(Status newStatus, Mode newMode, Plan newPlan, @Nullable Step newGoal,
			boolean doTheRest) {
		return new Onboarding(this.id, this.tenant, this.connection, newStatus, newMode, newPlan, newGoal, doTheRest,
				this.authority, this.exchange, this.startedBy, this.starterName, this.startedAt);
	}

	/**
	 * Whether it goes on.
	 */
	public enum Status {

		/** Goes on; the only one of its organisation. */
		ACTIVE,

		/** The connection is finished. */
		DONE,

		/** Given up by a person; what exists at Microsoft stays. */
		CANCELLED

	}

	/**
	 * Who does the work.
	 */
	public enum Mode {

		/** The portal, with a person's authority. */
		PORTAL,

		/**
		 * A person, in the Entra admin center; state comes from the application's token.
		 */
		BY_HAND

	}

}
