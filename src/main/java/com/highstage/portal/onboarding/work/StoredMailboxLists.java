package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.LeavingMailboxes;
import com.highstage.portal.mailbox.Scripts;
import com.highstage.portal.mailbox.Scripts.Script;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Leaving;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.ClosingProof;
import com.highstage.portal.verification.MailboxCheck;
import com.highstage.portal.verification.MailboxProof;

/**
 * Mailbox lists from the database.
 */
@Service
class StoredMailboxLists implements MailboxLists {

	private final Connections connections;

	private final Onboardings onboardings;

	private final ChosenMailboxes mailboxes;

	private final MailboxProof proof;

	private final JdbcClosedProofs closed;

	private final Leave leave;

	StoredMailboxLists(Connections connections, Onboardings onboardings, ChosenMailboxes mailboxes, MailboxProof proof,
			JdbcClosedProofs closed, Leave leave) {
		this.connections = connections;
		this.onboardings = onboardings;
		this.mailboxes = mailboxes;
		this.proof = proof;
		this.closed = closed;
		this.leave = leave;
	}

	@Override
	public MailboxList of(Person person) {
		return connection(person).map((connection) -> of(connection, permissions(person))).orElse(MailboxList.NONE);
	}

	private MailboxList of(Connection connection, Set<MailPermission> permissions) {
		Map<MailboxAddress, List<MailboxCheck>> checks = this.proof.checks(connection, permissions)
			.stream()
			.collect(Collectors.groupingBy(MailboxCheck::address));
		return new MailboxList(this.mailboxes.of(connection.id())
			.stream()
			.filter(ChosenMailbox::wanted)
			.map((mailbox) -> new MailboxList.Entry(mailbox, checks.getOrDefault(mailbox.address(), List.of())))
			.toList());
	}

	@Override
	public Leaving leaving(Person person) {
		return connection(person).map((connection) -> leaving(person, connection)).orElse(Leaving.NONE);
	}

	private Leaving leaving(Person person, Connection connection) {
		List<MailboxAddress> addresses = this.mailboxes.of(connection.id())
			.stream()
			.filter((mailbox) -> !mailbox.wanted())
			.map(ChosenMailbox::address)
			.toList();
		if (addresses.isEmpty()) {
			return Leaving.NONE;
		}
		boolean active = this.onboardings.latest(person.tenant())
			.filter((latest) -> latest.status() == Onboarding.Status.ACTIVE)
			.isPresent();
		return new Leaving(addresses, active && this.leave.proof().isUnderWay(connection, permissions(person)),
				this.leave.microsoft().exchangeCommands());
	}

	@Override
	public Optional<Journey.ClosedAnswer> closed(Person person) {
		return Step.CHECK.isFor(person)
				? this.onboardings.latest(person.tenant()).flatMap((latest) -> this.closed.find(latest.id()))
				: Optional.empty();
	}

	@Override
	public Optional<Script> script(Person person) {
		return connection(person).filter((connection) -> connection.application().servicePrincipal() != null)
			.map((connection) -> script(connection, permissions(person)));
	}

	// who can only look sees whether it is connected, not whose mailboxes
	private Optional<Connection> connection(Person person) {
		return Step.CHECK.isFor(person) ? this.connections.find(person.tenant()) : Optional.empty();
	}

	private Script script(Connection connection, Set<MailPermission> permissions) {
		// noted first: what is taken off the list meanwhile is then closed by the next
		// one
		this.leave.handedOut(connection);
		Map<Boolean, List<MailboxAddress>> parted = this.mailboxes.of(connection.id())
			.stream()
			.collect(Collectors.partitioningBy(ChosenMailbox::wanted,
					Collectors.mapping(ChosenMailbox::address, Collectors.toList())));
		return this.leave.scripts()
			.opening(connection, permissions, parted.getOrDefault(true, List.of()),
					parted.getOrDefault(false, List.of()));
	}

	private Set<MailPermission> permissions(Person person) {
		return this.onboardings.latest(person.tenant()).map(Onboarding::plan).orElseGet(Plan::standard).permissions();
	}

	/**
	 * What mailboxes that leave the list need.
	 *
	 * @param proof whether they are closed
	 * @param mailboxes what a script was told to open
	 * @param scripts the scripts that close them
	 * @param microsoft whether the portal may use Exchange's commands
	 * @param transactions the transaction manager
	 * @param clock the time
	 */
	@Component
	record Leave(ClosingProof proof, LeavingMailboxes mailboxes, Scripts scripts, MicrosoftProperties microsoft,
			PlatformTransactionManager transactions, Clock clock) {

		void handedOut(Connection connection) {
			new TransactionTemplate(this.transactions)
				.executeWithoutResult((status) -> this.mailboxes.handedOut(connection.id(), this.clock.instant()));
		}

	}

}
