package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.OnboardingProperties.Uninvited;

/**
 * Decides about organisations that nobody invited.
 */
@Component
class Admission {

	private final OnboardingProperties properties;

	Admission(OnboardingProperties properties) {
		this.properties = properties;
	}

	boolean isRefused(Person person) {
		return this.properties.uninvited() == Uninvited.REFUSE;
	}

	boolean isShown(Person person) {
		return this.properties.uninvited() == Uninvited.SHOW;
	}

}
