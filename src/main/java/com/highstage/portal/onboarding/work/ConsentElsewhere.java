package com.highstage.portal.onboarding.work;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.consent.ColleagueLink;
import com.highstage.portal.consent.ConsentLinks;
import com.highstage.portal.consent.ConsentRequests;
import com.highstage.portal.consent.ConsentTarget;
import com.highstage.portal.onboarding.CustomerLinks;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Consent on Microsoft's pages: what to ask for, here or by a link to a colleague.
 */
@Component
class ConsentElsewhere implements CustomerLinks {

	private final ConsentRequests requests;

	private final ConsentLinks links;

	private final MailboxLinks mailboxLinks;

	private final Connections connections;

	private final Onboardings onboardings;

	ConsentElsewhere(ConsentRequests requests, ConsentLinks links, MailboxLinks mailboxLinks, Connections connections,
			Onboardings onboardings) {
		this.requests = requests;
		this.links = links;
		this.mailboxLinks = mailboxLinks;
		this.connections = connections;
		this.onboardings = onboardings;
	}

	Optional<URI> page(Person person, Step step) {
		return target(person.tenant(), step).map(this.requests::begin);
	}

	Optional<ColleagueLink> link(Person person, Step step) {
		if (step == Step.MAILBOXES) {
			return Optional.of(this.mailboxLinks.create(person, active(person.tenant())));
		}
		return target(person.tenant(), step)
			.map((target) -> this.links.create(person, target, active(person.tenant())));
	}

	@Override
	public Optional<ColleagueLink> create(Operator by, TenantId tenant, PlainName organisation, Step step) {
		return target(tenant, step).map((target) -> this.links.create(by, organisation, target, active(tenant)));
	}

	private @Nullable UUID active(TenantId tenant) {
		return this.onboardings.latest(tenant)
			.filter((latest) -> latest.status() == Onboarding.Status.ACTIVE)
			.map((latest) -> latest.id().value())
			.orElse(null);
	}

	private Optional<ConsentTarget> target(TenantId tenant, Step step) {
		if (step == Step.ALLOW) {
			return Optional.of(new ConsentTarget.Portal(tenant));
		}
		if (step != Step.CONSENT) {
			return Optional.empty();
		}
		Plan plan = this.onboardings.latest(tenant).map(Onboarding::plan).orElseGet(Plan::standard);
		return this.connections.find(tenant).flatMap((connection) -> application(connection, plan));
	}

	private static Optional<ConsentTarget> application(Connection connection, Plan plan) {
		ClientId client = connection.application().clientId();
		return (client != null)
				? Optional.of(new ConsentTarget.Application(connection.tenant(), client, plan.permissions()))
				: Optional.empty();
	}

}
