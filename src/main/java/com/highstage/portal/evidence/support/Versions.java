package com.highstage.portal.evidence.support;

import java.util.Objects;

import org.springframework.boot.SpringBootVersion;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.evidence.removal.RemovalProperties;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.site.PortalProperties;

/**
 * Which portal this is: versions, and the settings that say nothing secret.
 */
@Component
class Versions {

	private final PortalProperties portal;

	private final MicrosoftProperties microsoft;

	private final OnboardingProperties onboarding;

	private final RemovalProperties removal;

	Versions(PortalProperties portal, MicrosoftProperties microsoft, OnboardingProperties onboarding,
			RemovalProperties removal) {
		this.portal = portal;
		this.microsoft = microsoft;
		this.onboarding = onboarding;
		this.removal = removal;
	}

	Entries versions() {
		String own = getClass().getPackage().getImplementationVersion();
		return new Entries().with("portal", Objects.requireNonNullElse(own, "not packaged"))
			.with("springBoot", SpringBootVersion.getVersion())
			.with("java", Runtime.version())
			.with("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
	}

	Entries settings() {
		return new Entries().with("portal.url", this.portal.url())
			.with("portal.microsoft.cloud", this.microsoft.cloud())
			.with("portal.microsoft.login", this.microsoft.loginAddress())
			.with("portal.microsoft.graph", this.microsoft.graphAddress())
			.with("portal.microsoft.outlook", this.microsoft.outlookAddress())
			.with("portal.microsoft.exchange-commands", this.microsoft.exchangeCommands())
			.with("portal.onboarding.uninvited", this.onboarding.uninvited())
			.with("portal.onboarding.lease", this.onboarding.lease())
			.with("portal.onboarding.settle", this.onboarding.settle())
			.with("portal.onboarding.patience", this.onboarding.patience())
			.with("portal.removal.quiet", this.removal.quiet())
			.with("portal.removal.patience", this.removal.patience());
	}

}
