package com.highstage.portal.drift;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;
import com.highstage.portal.verification.Troubles;

/**
 * Weighs what was seen against what is known: the newest word counts, and what could not
 * be seen says nothing.
 */
@Component
class Findings {

	private final Sights sights;

	private final Troubles troubles;

	private final AuditTrail audit;

	private final DriftProperties properties;

	private final Clock clock;

	Findings(Sights sights, Troubles troubles, AuditTrail audit, DriftProperties properties, Clock clock) {
		this.sights = sights;
		this.troubles = troubles;
		this.audit = audit;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Notes what broke and what is mended.
	 * @param connection the connection
	 * @param seen what was seen
	 * @param counts what is late enough to be no passing effect of a change
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void weigh(Connection connection, Collection<Evidence> seen, Predicate<Instant> counts) {
		this.sights.hold(connection.id());
		mendedByOthers(connection);
		KnownSights known = known(connection);
		for (Evidence evidence : seen.stream().sorted(Comparator.comparing(Evidence::at)).toList()) {
			boolean changed = evidence.isBroken() ? broken(connection, evidence, known, counts)
					: right(connection, evidence, known);
			known = changed ? known(connection) : known;
		}
		KnownSights all = known;
		all.explainedFailures().forEach((failure) -> mend(connection, failure, Source.PORTAL, failure.seenAt()));
	}

	// A renewal has mended what was seen again after its check: what is seen from now on
	// is news.
	private void mendedByOthers(Connection connection) {
		known(connection).all()
			.stream()
			.filter((sight) -> sight.open() && !isKnown(connection, sight.kind(), sight.subject()))
			.forEach((sight) -> mend(connection, sight, Source.PORTAL, sight.seenAt()));
	}

	private KnownSights known(Connection connection) {
		return new KnownSights(this.sights.of(connection.id()), this.properties.quiet());
	}

	private boolean broken(Connection connection, Evidence evidence, KnownSights known, Predicate<Instant> counts) {
		Sight before = known.find(evidence);
		if (before != null && before.open()) {
			this.sights.again(connection.id(), before, evidence.at(), before.surer(evidence.source()));
			return false;
		}
		boolean stale = before != null && !evidence.at().isAfter(before.seenAt());
		// somebody else may have told of the end of a secret, for example
		boolean told = isKnown(connection, evidence.kind(), evidence.subject());
		if (stale || told || !counts.test(evidence.at()) || known.explains(evidence)) {
			return false;
		}
		Instant now = this.clock.instant();
		if (!this.sights.broke(connection.id(), evidence, known.isNews(evidence, now) ? now : null)) {
			return false;
		}
		record(connection, "trouble.found", evidence.kind(), evidence.subject(), evidence.source());
		return this.troubles.found(new Trouble(connection.id(), evidence.kind(), evidence.subject(), evidence.source(),
				Objects.requireNonNull(evidence.broken()), evidence.at()));
	}

	private boolean isKnown(Connection connection, Kind kind, String subject) {
		return this.troubles.of(connection.id())
			.stream()
			.anyMatch((trouble) -> trouble.kind() == kind && trouble.subject().equals(subject));
	}

	private boolean right(Connection connection, Evidence evidence, KnownSights known) {
		Sight before = known.find(evidence);
		if (before == null) {
			return evidence.kind() == Kind.SECRET_ENDED && refuted(connection, evidence);
		}
		if (!before.isOver(evidence)) {
			return false;
		}
		mend(connection, before, evidence.source(), evidence.at());
		return true;
	}

	// The end of a secret that a person made was typed, and perhaps too early.
	private boolean refuted(Connection connection, Evidence login) {
		boolean told = this.troubles.of(connection.id())
			.stream()
			.anyMatch((trouble) -> trouble.kind() == Kind.SECRET_ENDED && trouble.subject().equals(login.subject())
					&& login.at().isAfter(trouble.since().plus(Sight.TOKENS_LIVE)));
		if (told && login.source() == Source.REPORT) {
			record(connection, "trouble.mended", login.kind(), login.subject(), login.source());
			this.troubles.mended(connection.id(), login.kind(), login.subject());
			return true;
		}
		return false;
	}

	private void mend(Connection connection, Sight sight, Source source, Instant at) {
		this.sights.mended(connection.id(), sight, at);
		record(connection, "trouble.mended", sight.kind(), sight.subject(), source);
		this.troubles.mended(connection.id(), sight.kind(), sight.subject());
	}

	private void record(Connection connection, String action, Kind kind, String subject, Source source) {
		this.audit.record(new AuditEvent(connection.tenant(), Actor.PORTAL, action, connection.id().toString(),
				Map.of("trouble", kind.name(), "mailbox", subject, "source", source.name())));
	}

}
