package com.highstage.portal.drift;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.handover.Reported;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Listens to what Highstage reports, in the transaction that takes it in.
 */
@Component
class Reports {

	private static final Logger logger = LoggerFactory.getLogger(Reports.class);

	/** How far Highstage's clock may be ahead. */
	private static final Duration AHEAD = Duration.ofMinutes(5);

	private final Connections connections;

	private final KnownEvidence known;

	private final Calm calm;

	private final Findings findings;

	private final Sights sights;

	private final Clock clock;

	Reports(Connections connections, KnownEvidence known, Calm calm, Findings findings, Sights sights, Clock clock) {
		this.connections = connections;
		this.known = known;
		this.calm = calm;
		this.findings = findings;
		this.sights = sights;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void reported(Reported report) {
		hear(report).ifPresent(
				(ignored) -> logger.info("A report about connection {} is ignored: {}", report.connection(), ignored));
	}

	/**
	 * Weighs a report.
	 * @param report what Highstage says
	 * @return why it is ignored; empty if it is not
	 */
	private Optional<Ignored> hear(Reported report) {
		Connection connection = this.connections.get(report.connection());
		PassedCheck finished = connection.checked();
		if (finished == null || this.connections.isEnded(connection.id())) {
			return Optional.of(Ignored.ENDED);
		}
		Instant latest = this.clock.instant().plus(AHEAD);
		if (report.reportedAt().isAfter(latest)
				|| (report.lastLoginAt() != null && report.lastLoginAt().isAfter(latest))) {
			return Optional.of(Ignored.FROM_THE_FUTURE);
		}
		MailboxAddress mailbox = report.address();
		if (mailbox != null && !this.known.isOnTheList(connection, mailbox.value())) {
			return Optional.of(Ignored.NOT_ON_THE_LIST);
		}
		return this.sights.hears(connection.id(), mailbox, report.reportedAt()) ? weigh(connection, finished, report)
				: Optional.of(Ignored.STALE);
	}

	private Optional<Ignored> weigh(Connection connection, PassedCheck finished, Reported report) {
		String subject = (report.address() != null) ? report.address().value() : "";
		ReportedError error = report.failed() ? ReportedError.in(report.lastError().value()).orElse(null) : null;
		boolean stale = report.failed()
				&& !report.reportedAt().isAfter(this.known.seenAt(connection, finished, subject));
		Optional<Instant> calm = this.calm.since(connection);
		this.findings.weigh(connection,
				new ReportEvidence(subject, report.lastLoginAt(), stale ? null : error, report.reportedAt())
					.by(this.clock.instant())
					.all(),
				(at) -> calm.filter(at::isAfter).isPresent());
		return ignored(report, error, stale);
	}

	private static Optional<Ignored> ignored(Reported report, @Nullable ReportedError error, boolean stale) {
		if (stale) {
			return Optional.of(Ignored.STALE);
		}
		return (report.failed() && error == null) ? Optional.of(Ignored.UNCERTAIN) : Optional.empty();
	}

	/**
	 * Why a report changes nothing.
	 */
	private enum Ignored {

		/** The connection is not finished, or has ended. */
		ENDED,
		/** It claims a time that is still to come. */
		FROM_THE_FUTURE,
		/** It is about a mailbox that is not on the list. */
		NOT_ON_THE_LIST,
		/** Something newer is known. */
		STALE,
		/** The error says nothing certain of the connection. */
		UNCERTAIN

	}

}
