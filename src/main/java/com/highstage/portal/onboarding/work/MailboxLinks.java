package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.consent.ColleagueLink;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.tenant.TenantId;

/**
 * Links that lead an Exchange administrator to the mailboxes.
 */
@Component
class MailboxLinks {

	private final Links links;

	private final OnboardingProperties properties;

	private final Clock clock;

	MailboxLinks(Links links, OnboardingProperties properties, Clock clock) {
		this.links = links;
		this.properties = properties;
		this.clock = clock;
	}

	ColleagueLink create(Person person, @Nullable UUID onboarding) {
		Links.NewLink made = this.links.create(person, LinkKind.MAILBOXES, onboarding,
				this.properties.mailboxLinkValidFor());
		return new ColleagueLink(made.address(), made.link().expiresAt());
	}

	/**
	 * Closes the links that can be used, because the mailboxes were found open.
	 * @param tenant the organisation
	 */
	void settle(TenantId tenant) {
		this.links.list(tenant)
			.stream()
			.filter((link) -> link.kind() == LinkKind.MAILBOXES && link.isUsable(this.clock.instant()))
			.forEach((Link link) -> this.links.use(link));
	}

}
