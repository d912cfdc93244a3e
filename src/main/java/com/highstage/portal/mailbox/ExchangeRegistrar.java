package com.highstage.portal.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.mailbox.ExchangeFacts.State;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations.Registration;
import com.highstage.portal.registration.Attempt;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * Makes Exchange know the application under the Object ID of its enterprise application,
 * never under that of its registration.
 */
@Component
class ExchangeRegistrar {

	private final ExchangeRegistrations registrations;

	private final JdbcExchangeFacts rows;

	private final Attempts attempts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ExchangeRegistrar(ExchangeRegistrations registrations, JdbcExchangeFacts rows, Attempts attempts,
			PlatformTransactionManager transactions, Clock clock) {
		this.registrations = registrations;
		this.rows = rows;
		this.attempts = attempts;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	ExchangeFacts register(Work work, Connection connection, String name, boolean repair) {
		Seen seen = look(work.delegation(), connection, name);
		reconcile(work, seen);
		store(work, seen.facts());
		if (seen.facts().state() == State.REGISTERED || (seen.facts().state() == State.WRONG_OBJECT_ID && !repair)) {
			return seen.facts();
		}
		for (Registration wrong : seen.ours()) {
			remove(work, wrong);
		}
		add(work, connection, name);
		ExchangeFacts registered = new ExchangeFacts(State.REGISTERED, principal(connection), seen.facts().other(),
				this.clock.instant());
		store(work, registered);
		return registered;
	}

	/**
	 * Asks Exchange and changes nothing there.
	 * @param delegation whose authority
	 * @param connection the connection
	 * @return how Exchange knows the application
	 */
	ExchangeFacts look(Delegation delegation, Connection connection) {
		ExchangeFacts facts = look(delegation, connection, connection.application().name()).facts();
		this.transaction.executeWithoutResult((status) -> this.rows.save(connection.id(), facts));
		return facts;
	}

	/**
	 * What is known without asking; nothing if the application was made anew since.
	 * @param connection the connection
	 * @return how Exchange knew the application
	 */
	ExchangeFacts known(Connection connection) {
		ExchangeFacts facts = this.rows.of(connection.id());
		boolean stale = facts.state() == State.REGISTERED
				&& !Objects.equals(facts.found(), connection.application().servicePrincipal());
		return stale ? ExchangeFacts.UNKNOWN : facts;
	}

	private Seen look(Delegation delegation, Connection connection, String name) {
		ClientId client = Objects.requireNonNull(connection.application().clientId());
		ObjectId principal = principal(connection);
		Instant at = this.clock.instant();
		List<Registration> all = this.registrations.list(delegation);
		List<Registration> ours = all.stream().filter((one) -> one.client().equals(client)).toList();
		@Nullable ClientId other = all.stream()
			.filter((one) -> !one.client().equals(client) && one.displayName().equalsIgnoreCase(name))
			.map(Registration::client)
			.findFirst()
			.orElse(null);
		if (ours.isEmpty()) {
			return new Seen(ours, new ExchangeFacts(State.MISSING, null, other, at));
		}
		boolean right = ours.stream().anyMatch((one) -> one.servicePrincipal().equals(principal));
		return new Seen(ours, right ? new ExchangeFacts(State.REGISTERED, principal, other, at)
				: new ExchangeFacts(State.WRONG_OBJECT_ID, ours.getFirst().servicePrincipal(), other, at));
	}

	private void remove(Work work, Registration wrong) {
		this.attempts.around(work, Call.REMOVE_FROM_EXCHANGE, wrong.servicePrincipal().toString(), () -> {
			this.registrations.remove(work.delegation(), wrong.servicePrincipal());
			return wrong;
		});
	}

	private void add(Work work, Connection connection, String name) {
		ClientId client = Objects.requireNonNull(connection.application().clientId());
		try {
			this.attempts.around(work, Call.REGISTER_IN_EXCHANGE, client.toString(), () -> {
				this.registrations.add(work.delegation(), client, principal(connection), name);
				return client;
			});
		}
		catch (MicrosoftException ex) {
			if (ex.failure().kind() != Failure.Kind.UNKNOWN) {
				throw ex;
			}
			// It may have been made: Exchange is asked before anything else.
			Seen seen = look(work.delegation(), connection, name);
			if (seen.facts().state() != State.REGISTERED) {
				throw ex;
			}
			reconcile(work, seen);
		}
	}

	private void reconcile(Work work, Seen seen) {
		// While Exchange shows no registration, one that was tried may yet appear.
		for (Attempt attempt : this.attempts.unknown(work.connection())) {
			boolean shown = attempt.call() == Call.REGISTER_IN_EXCHANGE && !seen.ours().isEmpty();
			if (shown || attempt.call() == Call.REMOVE_FROM_EXCHANGE) {
				this.attempts.reconciled(work, attempt);
			}
		}
	}

	private void store(Work work, ExchangeFacts facts) {
		this.transaction.executeWithoutResult((status) -> {
			work.lease().hold();
			this.rows.save(work.connection(), facts);
		});
	}

	private static ObjectId principal(Connection connection) {
		return Objects.requireNonNull(connection.application().servicePrincipal());
	}

	/**
	 * What Exchange said.
	 *
	 * @param ours registrations of our application, right or wrong
	 * @param facts what they mean
	 */
	private record Seen(List<Registration> ours, ExchangeFacts facts) {

	}

}
