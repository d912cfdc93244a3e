package com.highstage.portal.evidence.removal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.Scripts;
import com.highstage.portal.mailbox.Scripts.Script;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Removals whose work is done in the background.
 */
@Service
class BackgroundRemovals implements Removals {

	private final JdbcRemovals removals;

	private final Connections connections;

	private final ChosenMailboxes mailboxes;

	private final Planned planned;

	private final RemovalCommands commands;

	private final VendorEnd vendorEnd;

	BackgroundRemovals(JdbcRemovals removals, Connections connections, ChosenMailboxes mailboxes, Planned planned,
			RemovalCommands commands, VendorEnd vendorEnd) {
		this.removals = removals;
		this.connections = connections;
		this.mailboxes = mailboxes;
		this.planned = planned;
		this.commands = commands;
		this.vendorEnd = vendorEnd;
	}

	@Override
	public Optional<Proposal> proposal(TenantId tenant) {
		return this.removals.isUnderWay(tenant) ? Optional.empty()
				: this.connections.find(tenant)
					.map((connection) -> new Proposal(connection, this.planned.scopes().of(connection),
							this.planned.scopes().isAnythingMade(connection)));
	}

	@Override
	public Optional<Removal.Standing> latest(TenantId tenant) {
		return this.removals.latest(tenant).map(this::standing);
	}

	@Override
	public Optional<Removal.Standing> of(ConnectionId connection) {
		return this.removals.of(connection).map(this::standing);
	}

	private Removal.Standing standing(Removal removal) {
		Map<Part, PartRecord> parts = this.removals.parts(removal.id());
		int left = this.mailboxes.count(removal.connection()).leaving();
		return new Removal.Standing(removal, this.connections.get(removal.connection()),
				removal.parts().stream().map((part) -> Objects.requireNonNull(parts.get(part))).toList(),
				Math.max(0, removal.scope().given().size() - left));
	}

	@Override
	public boolean isUnderWay(TenantId tenant) {
		return this.removals.isUnderWay(tenant);
	}

	@Override
	public Optional<Script> script(TenantId tenant) {
		Optional<Removal> underWay = this.removals.latest(tenant).filter((removal) -> !removal.isOver());
		return underWay.flatMap((removal) -> script(this.connections.get(removal.connection()), removal.scope()))
			.or(() -> proposal(tenant).flatMap((proposal) -> script(proposal.connection(), proposal.scope())));
	}

	// The script also takes the registration away, so it is only for an application that
	// the portal created. Access that others gave goes with it: nothing could use it.
	private Optional<Script> script(Connection connection, Removal.Scope scope) {
		boolean known = connection.application().clientId() != null
				&& connection.application().servicePrincipal() != null;
		List<MailboxAddress> addresses = scope.mailboxes().stream().map(RemovalMailbox::address).toList();
		return (known && scope.exchange())
				? Optional.of(this.planned.scripts().removing(connection, Set.of(), addresses)) : Optional.empty();
	}

	@Override
	public Answer start(Person person, String typed) {
		if (!person.may(Ability.CONSENT)) {
			return refused(person, Ability.CONSENT);
		}
		Optional<Proposal> proposal = proposal(person.tenant());
		if (proposal.isEmpty()) {
			return new Answer.Outdated();
		}
		if (!isName(typed, proposal.get().connection(), person)) {
			return new Answer.OtherName();
		}
		return this.commands.start(person) ? new Answer.Accepted() : new Answer.Outdated();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Ended> end(Operator by, TenantId tenant, String reason) {
		return this.vendorEnd.end(by, tenant, reason);
	}

	@Override
	public Answer goOn(Person person) {
		if (!person.may(Ability.CONSENT) && !person.may(Ability.MAILBOXES)) {
			return refused(person, Ability.CONSENT);
		}
		return this.commands.goOn(person) ? new Answer.Accepted() : new Answer.Outdated();
	}

	@Override
	public Answer scriptHasRun(Person person) {
		if (!person.may(Ability.CONSENT) && !person.may(Ability.MAILBOXES)) {
			return refused(person, Ability.MAILBOXES);
		}
		return this.commands.scriptHasRun(person) ? new Answer.Accepted() : new Answer.Outdated();
	}

	@Override
	public Answer doneByHand(Person person) {
		if (!person.may(Ability.CONSENT)) {
			return refused(person, Ability.CONSENT);
		}
		return this.commands.doneByHand(person) ? new Answer.Accepted() : new Answer.Outdated();
	}

	private Answer refused(Person person, Ability needs) {
		this.commands.refused(person, needs);
		return new Answer.RoleTooSmall(needs);
	}

	private static boolean isName(String typed, Connection connection, Person person) {
		String name = new PlainName(typed).value();
		return Stream
			.of(connection.organisationName().value(), person.organisationName(), connection.application().name())
			.filter((one) -> !one.isBlank())
			.anyMatch((one) -> one.strip().equalsIgnoreCase(name.strip()));
	}

	/**
	 * What is planned from what the portal knows.
	 *
	 * @param scopes what goes
	 * @param scripts what people can run
	 */
	@Component
	record Planned(Scopes scopes, Scripts scripts) {

	}

}
