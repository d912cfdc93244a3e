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
