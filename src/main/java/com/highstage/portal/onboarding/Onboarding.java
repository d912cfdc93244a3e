package com.highstage.portal.onboarding;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

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
 * @param authority whose delegated token the work uses; null if nobody's
 * @param startedBy who started it
 * @param starterName the display name of who started it
 * @param startedAt when it was started
 */
public record Onboarding(OnboardingId id, TenantId tenant, ConnectionId connection, Status status, Mode mode, Plan plan,
		@Nullable Step goal, boolean express, @Nullable Authority authority, PersonId startedBy, String starterName,
		Instant startedAt) {

	/**
	 * Somebody asks for something: their authority is used from now on.
	 * @param newPlan what is wanted
	 * @param wanted the last step wanted; the goal never comes nearer
	 * @param doTheRest whether the portal decides by itself
	 * @param by whose authority
	 * @return the journey with the portal at work
	 */
	public Onboarding asked(Plan newPlan, Step wanted, boolean doTheRest, Authority by) {
		Step farther = (this.goal != null && this.goal.compareTo(wanted) > 0) ? this.goal : wanted;
		return new Onboarding(this.id, this.tenant, this.connection, this.status, Mode.PORTAL, newPlan, farther,
				doTheRest, by, this.startedBy, this.starterName, this.startedAt);
	}

	/**
	 * Somebody did the steps by hand.
	 * @param newPlan what is there
	 * @param by who
	 * @return the journey with a check as its goal
	 */
	public Onboarding doneByHand(Plan newPlan, Authority by) {
		return new Onboarding(this.id, this.tenant, this.connection, this.status, Mode.BY_HAND, newPlan, Step.CHECK,
				false, by, this.startedBy, this.starterName, this.startedAt);
	}

	/**
	 * Somebody who is signed in lends their authority.
	 * @param by whose authority
	 * @return the journey
	 */
	public Onboarding with(Authority by) {
		return new Onboarding(this.id, this.tenant, this.connection, this.status, this.mode, this.plan, this.goal,
				this.express, by, this.startedBy, this.starterName, this.startedAt);
	}

	/**
	 * Somebody gives it up.
	 * @return the journey, ended
	 */
	public Onboarding cancelled() {
		return new Onboarding(this.id, this.tenant, this.connection, Status.CANCELLED, this.mode, this.plan, this.goal,
				this.express, this.authority, this.startedBy, this.starterName, this.startedAt);
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
