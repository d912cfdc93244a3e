package com.highstage.portal.onboarding;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How journeys behave.
 *
 * @param uninvited what becomes of an organisation that nobody invited
 * @param lease how long work may pause before another process takes it over
 * @param settle how long Microsoft may need to show what was done
 * @param patience how long the portal waits for Microsoft to spread what was done
 * @param lookUpLimit how long a page waits for look-ups
 * @param mailboxLinkValidFor how long an Exchange administrator can use a link to the
 * mailboxes
 */
@ConfigurationProperties("portal.onboarding")
public record OnboardingProperties(@DefaultValue("confirm") Uninvited uninvited, @DefaultValue("60s") Duration lease,
		@DefaultValue("2m") Duration settle, @DefaultValue("2h") Duration patience,
		@DefaultValue("5s") Duration lookUpLimit, @DefaultValue("14d") Duration mailboxLinkValidFor) {

	/**
	 * What becomes of an organisation that nobody invited.
	 */
	public enum Uninvited {

		/** Highstage sees it like any other. */
		SHOW,

		/** An operator matches it to a customer before Highstage sees it. */
		CONFIRM,

		/** It cannot be connected. */
		REFUSE

	}

}
