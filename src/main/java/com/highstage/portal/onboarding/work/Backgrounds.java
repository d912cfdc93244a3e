package com.highstage.portal.onboarding.work;

import java.util.UUID;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;

/**
 * Reads what the database knows of a person's organisation.
 */
@Component
class Backgrounds {

	private final Onboardings onboardings;

	private final Connections connections;

	private final StoredSecrets secrets;

	private final MailboxStandings mailboxes;

	private final FirstPlans plans;

	private final MicrosoftProperties microsoft;

	Backgrounds(Onboardings onboardings, Connections connections, StoredSecrets secrets, MailboxStandings mailboxes,
			FirstPlans plans, MicrosoftProperties microsoft) {
		this.onboardings = onboardings;
		this.connections = connections;
		this.secrets = secrets;
		this.mailboxes = mailboxes;
		this.plans = plans;
		this.microsoft = microsoft;
	}

	Background of(Person person) {
		Connection connection = this.connections.find(person.tenant()).orElse(null);
		// a journey to a connection that has ended says nothing about the next one
		Onboarding onboarding = (connection != null) ? this.onboardings.latest(person.tenant()).orElse(null) : null;
		CredentialVersion newest = (connection != null) ? this.secrets.newest(connection.id()).orElse(null) : null;
		Plan first = this.plans.of(person.tenant());
		Plan plan = (onboarding != null) ? onboarding.plan() : first;
		return new Background(onboarding, first, connection, newest,
				(onboarding != null) ? this.onboardings.steps(onboarding.id()) : Background.untouched(),
				this.mailboxes.count(connection), this.mailboxes.logins(connection, plan.permissions()));
	}

	/**
	 * The connection to look for at Microsoft: the organisation's, or what its first
	 * would be.
	 * @param person who looks
	 * @param background what the database knows
	 * @return a connection, which may not exist
	 */
	Connection connectionOf(Person person, Background background) {
		Connection known = background.connection();
		return (known != null) ? known
				: new Connection(new ConnectionId(new UUID(0, 0)), person.tenant(),
						new PlainName(person.organisationName()), this.microsoft.cloud(),
						this.connections.nextGeneration(person.tenant()), OurApplication.UNKNOWN, null, false, null);
	}

}
