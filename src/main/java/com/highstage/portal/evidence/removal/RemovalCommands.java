package com.highstage.portal.evidence.removal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.audit.RetriedIfOvertaken;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;

/**
 * Writes down what people ask for: each in one transaction with its audit entry, and with
 * the row that wakes the work.
 */
@Component
class RemovalCommands {

	private final JdbcRemovals removals;

	private final Connections connections;

	private final Farewell farewell;

	private final Scopes scopes;

	private final AuditTrail audit;

	private final CommandContext context;

	RemovalCommands(JdbcRemovals removals, Connections connections, Farewell farewell, Scopes scopes, AuditTrail audit,
			CommandContext context) {
		this.removals = removals;
		this.connections = connections;
		this.farewell = farewell;
		this.scopes = scopes;
		this.audit = audit;
		this.context = context;
	}

	/**
	 * Begins a removal and ends the connection.
	 * @param person who asks
	 * @return false if there is nothing to remove, or somebody was faster
	 */
	@RetriedIfOvertaken
	boolean start(Person person) {
		return this.context.within(() -> this.connections.find(person.tenant())
			.filter((connection) -> !this.removals.isUnderWay(person.tenant()))
			.map((connection) -> start(person, connection))
			.orElse(false));
	}

	private boolean start(Person person, Connection connection) {
		Removal removal = new Removal(UUID.randomUUID(), person.tenant(), connection.id(), this.scopes.of(connection),
				begunBy(person), null, directory(person), exchange(person));
		this.farewell.before(person, connection);
		record(person, "removal.requested", removal, Map.of("application", connection.application().name()));
		// behind the end of the audit trail, where those who end it at once queue
		this.removals.add(removal);
		this.context.alarms().wake(removal.id());
		this.farewell.end(connection);
		return true;
	}

	private Removal.Start begunBy(Person person) {
		return new Removal.Start(person.id().objectId(), person.name(), false, this.context.clock().instant(), "");
	}

	/**
	 * Lets the work go on with a person's authority.
	 * @param person who asks
	 * @return false if there is nothing under way
	 */
	boolean goOn(Person person) {
		return this.context.within(() -> asked(person).map((removal) -> {
			record(person, "removal.continued", removal, Map.of());
			this.removals.lend(removal.id(), directory(person), exchange(person));
			again(removal);
			return true;
		}).orElse(false));
	}

	/**
	 * Takes a person's word for Exchange's part.
	 * @param person who says so
	 * @return false if there is nothing under way, or no such part is left
	 */
	boolean scriptHasRun(Person person) {
		return this.context.within(() -> asked(person).filter(this::leavesExchange).map((removal) -> {
			record(person, "removal.script-run", removal, Map.of());
			exchangeParts(removal).forEach((part) -> this.removals.save(removal.id(), part.byHand()));
			again(removal);
			return true;
		}).orElse(false));
	}

	/**
	 * Takes a person's word for what is left in the directory. Their authority is noted
	 * without a token: they settle what is known, and nothing is called.
	 * @param person who says so
	 * @return false if there is nothing under way
	 */
	boolean doneByHand(Person person) {
		return this.context.within(() -> asked(person).map((removal) -> {
			record(person, "removal.by-hand", removal, Map.of());
			this.removals.lend(removal.id(), Authority.of(person), null);
			open(removal).stream()
				.filter((part) -> part.part().needs() == Ability.CONSENT)
				.forEach((part) -> this.removals.save(removal.id(), part.byHand()));
			this.context.alarms().wake(removal.id());
			return true;
		}).orElse(false));
	}

	void refused(Person person, Ability needs) {
		this.audit.recordRefusal(new AuditEvent(person.tenant(), Actor.person(person.id(), person.name()),
				"removal.refused", person.tenant().toString(), Map.of("needs", needs.name())));
	}

	private Optional<Removal> asked(Person person) {
		return this.removals.latest(person.tenant()).filter((removal) -> this.removals.asked(removal.id()));
	}

	private boolean leavesExchange(Removal removal) {
		return !exchangeParts(removal).isEmpty();
	}

	private List<PartRecord> exchangeParts(Removal removal) {
		return open(removal).stream().filter((part) -> part.part().needs() == Ability.MAILBOXES).toList();
	}

	private List<PartRecord> open(Removal removal) {
		Map<Part, PartRecord> parts = this.removals.parts(removal.id());
		return removal.parts()
			.stream()
			.map((part) -> Objects.requireNonNull(parts.get(part)))
			.filter((part) -> !part.state().isSettled())
			.toList();
	}

	private void again(Removal removal) {
		this.removals.parts(removal.id())
			.values()
			.stream()
			.filter((part) -> part.state().needsPerson() || part.state() == PartState.WAITING_FOR_MICROSOFT)
			.forEach((part) -> this.removals.save(removal.id(), PartRecord.untouched(part.part())));
		this.context.alarms().wake(removal.id());
	}

	private @Nullable Authority directory(Person person) {
		return this.context.lends(person, Ability.CONSENT, Resource.GRAPH_APPLICATIONS);
	}

	private @Nullable Authority exchange(Person person) {
		return this.context.lends(person, Ability.MAILBOXES, Resource.EXCHANGE);
	}

	private void record(Person person, String action, Removal removal, Map<String, String> details) {
		this.audit.record(new AuditEvent(person.tenant(), Actor.person(person.id(), person.name()), action,
				removal.id().toString(), details));
	}

}
