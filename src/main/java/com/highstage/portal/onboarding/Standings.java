package com.highstage.portal.onboarding;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.TenantId;

/**
 * Where organisations stand, for those who look at many of them; without asking Microsoft
 * and without a person of the organisation.
 */
public interface Standings {

	/**
	 * Where an organisation stands.
	 * @param tenant the organisation
	 * @return every step at its last look-up
	 */
	Standing of(TenantId tenant);

	/**
	 * Where an organisation stands.
	 *
	 * @param onboarding the active journey, else the latest; null if there was none, or
	 * its connection has ended
	 * @param steps every step, in their order
	 * @param waitsUntil when a colleague's link ends without which a step does not wait
	 * for a colleague; null if there is none
	 */
	record Standing(@Nullable Onboarding onboarding, List<Overview.Report> steps, @Nullable Instant waitsUntil) {

		public Standing {
			steps = List.copyOf(steps);
		}

		/**
		 * Whether a journey is under way.
		 * @return false before the first and after the last
		 */
		public boolean isActive() {
			return this.onboarding != null && this.onboarding.status() == Onboarding.Status.ACTIVE;
		}

	}

}
