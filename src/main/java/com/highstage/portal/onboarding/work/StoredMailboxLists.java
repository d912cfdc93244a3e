package com.highstage.portal.onboarding.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.Scripts;
import com.highstage.portal.mailbox.Scripts.Script;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.MailboxAddress;
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

	private final Scripts scripts;

	private final JdbcClosedProofs closed;

	StoredMailboxLists(Connections connections, Onboardings onboardings, ChosenMailboxes mailboxes, MailboxProof proof,
			Scripts scripts, JdbcClosedProofs closed) {
		this.connections = connections;
		this.onboardings = onboardings;
		this.mailboxes = mailboxes;
		this.proof = proof;
		this.scripts = scripts;
		this.closed = closed;
	}

	@Override
	public MailboxList of(Person person) {
		return connection(person).map((connection) -> of(connection, permissions(person))).orElse(MailboxList.NONE);
	}

	private MailboxList of(Connection connection, Set<MailPermission> permissions) {
		Map<MailboxAddress, List<MailboxCheck>> checks = this.proof.checks(connection, permissions)
			.stream()
			.collect(Collectors.groupingBy(MailboxCheck::address));
		List<ChosenMailbox> all = this.mailboxes.of(connection.id());
		List<MailboxList.Entry> wanted = all.stream()
			.filter(ChosenMailbox::wanted)
			.map((mailbox) -> new MailboxList.Entry(mailbox, checks.getOrDefault(mailbox.address(), List.of())))
			.toList();
		return new MailboxList(wanted, all.size() - wanted.size());
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
		Map<Boolean, List<MailboxAddress>> parted = this.mailboxes.of(connection.id())
			.stream()
			.collect(Collectors.partitioningBy(ChosenMailbox::wanted,
					Collectors.mapping(ChosenMailbox::address, Collectors.toList())));
		return this.scripts.opening(connection, permissions, parted.getOrDefault(true, List.of()),
				parted.getOrDefault(false, List.of()));
	}

	private Set<MailPermission> permissions(Person person) {
		return this.onboardings.latest(person.tenant()).map(Onboarding::plan).orElseGet(Plan::standard).permissions();
	}

}
