package com.highstage.portal.operator.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.evidence.removal.RemovalStandings;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.onboarding.Standings;
import com.highstage.portal.onboarding.Standings.Standing;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.verification.Troubles;

/**
 * Gathers what is known of a customer.
 */
@Component
class FactsOf {

	private final Sources sources;

	private final Standings standings;

	private final RemovalStandings removals;

	private final Outbox outbox;

	private final Clock clock;

	FactsOf(Sources sources, Standings standings, RemovalStandings removals, Outbox outbox, Clock clock) {
		this.sources = sources;
		this.standings = standings;
		this.removals = removals;
		this.outbox = outbox;
		this.clock = clock;
	}

	Facts customer(Customer customer) {
		TenantId tenant = customer.tenant();
		Optional<Connection> connection = Optional.ofNullable(tenant).flatMap(this.sources.connections()::latest);
		boolean ended = connection.map(Connection::id).filter(this.sources.connections()::isEnded).isPresent();
		Instant secretEnds = connection.filter((ignored) -> !ended)
			.flatMap((known) -> this.sources.credentials().newest(known.id()))
			.map(CredentialVersion::expiresAt)
			.orElse(null);
		return new Facts(customer, mail(customer), connection.orElse(null), ended,
				(tenant != null) ? this.standings.of(tenant) : new Standing(null, List.of(), null),
				connection.filter((ignored) -> ended).flatMap((known) -> this.removals.of(known.id())).orElse(null),
				secretEnds, connection.map((known) -> this.sources.troubles().of(known.id())).orElse(List.of()),
				this.clock.instant());
	}

	private @Nullable Delivery mail(Customer customer) {
		List<Delivery> mails = (customer.invited() != null) ? this.outbox.about(Customer.about(customer.id()))
				: List.of();
		return mails.isEmpty() ? null : mails.getFirst();
	}

	/**
	 * Where the facts of a connection are.
	 *
	 * @param connections connections
	 * @param credentials their credentials
	 * @param troubles what is wrong with them
	 */
	@Component
	record Sources(Connections connections, Credentials credentials, Troubles troubles) {

	}

}
