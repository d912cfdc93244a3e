package com.highstage.portal.onboarding.web;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.site.PortalProperties;

@Component
class HandGuides {

	private final MicrosoftProperties microsoft;

	private final PortalProperties portal;

	HandGuides(MicrosoftProperties microsoft, PortalProperties portal) {
		this.microsoft = microsoft;
		this.portal = portal;
	}

	HandGuide of(Person person, Overview overview) {
		return new HandGuide(adminCenter(), person.tenant(), overview.facts().application(), this.microsoft.client(),
				this.portal.page("/consent/callback"), this.portal.page("/sign-in?organisation=" + person.tenant()));
	}

	private String adminCenter() {
		return switch (this.microsoft.cloud()) {
			case GLOBAL -> "https://entra.microsoft.com";
			case GCC_HIGH, DOD -> "https://entra.microsoft.us";
			case CHINA -> "https://entra.microsoftonline.cn";
		};
	}

}
