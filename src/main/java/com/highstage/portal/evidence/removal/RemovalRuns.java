package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Resource;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.OrganisationMoved;

/**
 * Begins, saves and pauses runs, each in one transaction.
 */
@Component
class RemovalRuns {

	private final JdbcRemovals removals;

	private final Connections connections;

	private final DelegatedTokens tokens;

	private final RemovalAlarms alarms;

	private final TransactionTemplate transaction;

	private final Pace pace;

	RemovalRuns(JdbcRemovals removals, Connections connections, DelegatedTokens tokens, RemovalAlarms alarms,
			PlatformTransactionManager transactions, Pace pace) {
		this.removals = removals;
		this.connections = connections;
		this.tokens = tokens;
		this.alarms = alarms;
		this.transaction = new TransactionTemplate(transactions);
		this.pace = pace;
	}

	boolean isUnderWay(UUID id) {
		return this.removals.find(id).filter((removal) -> !removal.isOver()).isPresent();
	}

	Optional<RemovalRun> begin(UUID id) {
		return this.transaction.execute((status) -> {
			Duration length = this.pace.properties().lease();
			Instant now = this.pace.clock().instant();
			Long epoch = this.removals.takeLease(id, now, now.plus(length));
			return (epoch != null) ? this.removals.find(id).map((removal) -> run(removal, epoch)) : Optional.empty();
		});
	}

	private RemovalRun run(Removal removal, long epoch) {
		RemovalLease lease = new RemovalLease(this.removals, removal.id(), epoch, this.pace.properties().lease(),
				this.pace.clock());
		return new RemovalRun(removal, this.connections.get(removal.connection()), lease,
				this.removals.version(removal.id()), signedIn(removal.directory(), Resource.GRAPH_APPLICATIONS),
				signedIn(removal.exchange(), Resource.EXCHANGE));
	}

	Map<Part, PartRecord> parts(RemovalRun run) {
		return this.removals.parts(run.removal().id());
	}

	/**
	 * Saves where a part stands.
	 * @param run the run
	 * @param after the part
	 * @return false if a person asked for something meanwhile, so that this run is
	 * outdated
	 */
	boolean save(RemovalRun run, PartRecord after) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			run.lease().hold();
			UUID id = run.removal().id();
			if (this.removals.version(id) != run.version()) {
				return false;
			}
			this.removals.save(id, after);
			this.pace.events().publishEvent(new OrganisationMoved(run.removal().tenant()));
			return true;
		}));
	}

	/**
	 * Gives the lease back.
	 * @param run the run
	 * @param next when to go on; null if a person has to do something first
	 */
	void pause(RemovalRun run, @Nullable Instant next) {
		this.transaction.executeWithoutResult((status) -> {
			run.lease().hold();
			UUID id = run.removal().id();
			if (next != null) {
				this.alarms.set(id, run.lease().epoch(), next);
			}
			this.removals.releaseLease(id, run.lease().epoch());
		});
	}

	private @Nullable Authority signedIn(@Nullable Authority authority, Resource resource) {
		return (authority != null && this.tokens.find(authority.signIn(), resource).isPresent()) ? authority : null;
	}

	/**
	 * What every run goes by.
	 *
	 * @param properties how removals behave
	 * @param clock the time
	 * @param events tells what has moved
	 */
	@Component
	record Pace(RemovalProperties properties, Clock clock, ApplicationEventPublisher events) {

	}

}
