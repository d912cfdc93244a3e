package com.highstage.portal.onboarding;

import java.util.UUID;

/**
 * One journey of one organisation.
 *
 * @param value the id itself
 */
public record OnboardingId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
