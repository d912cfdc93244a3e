package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.Overview.Report;

/**
 * Turns what was looked up into the steps' states, and closes the links of those that are
 * done.
 */
@Component
class Judge {

	private final SettledLinks links;

	private final OnboardingProperties properties;

	private final Clock clock;

	Judge(SettledLinks links, OnboardingProperties properties, Clock clock) {
		this.links = links;
		this.properties = properties;
		this.clock = clock;
	}

	List<Report> steps(Person person, Report allowed, Found found, Background background) {
		Judgement judgement = new Judgement(found, background, this.clock.instant(), this.properties.settle());
		List<Report> steps = List.of(allowed, judgement.register(), judgement.secret(), judgement.permissions(),
				judgement.consent(), judgement.mailboxes(), judgement.check());
		steps.forEach((step) -> this.links.found(person.tenant(), step.step(), step.state()));
		return steps;
	}

}
