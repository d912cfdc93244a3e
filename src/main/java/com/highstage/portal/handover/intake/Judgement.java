package com.highstage.portal.handover.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.handover.Reported;
import com.highstage.portal.handover.feed.ShownConnection;
import com.highstage.portal.handover.feed.ShownConnections;
import com.highstage.portal.handover.intake.Outcome.Reason;
import com.highstage.portal.handover.intake.Written.Acknowledgement;
import com.highstage.portal.handover.intake.Written.CanaryAnswer;
import com.highstage.portal.handover.intake.Written.Report;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.RecipientKeys.RecipientKey;

/**
 * Believes of what Highstage wrote only what fits to what it is shown, and acts on it in
 * the caller's transaction.
 */
@Component
class Judgement {

	/** How far Highstage's clock may be ahead. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	private final ShownConnections shown;

	private final Credentials credentials;

	private final RecipientKeys keys;

	private final ApplicationEventPublisher events;

	private final AuditTrail audit;

	private final Clock clock;

	Judgement(ShownConnections shown, Credentials credentials, RecipientKeys keys, ApplicationEventPublisher events,
			AuditTrail audit, Clock clock) {
		this.shown = shown;
		this.credentials = credentials;
		this.keys = keys;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	Outcome acknowledge(Acknowledgement acknowledgement) {
		ConnectionId connection = acknowledgement.connection();
		if (this.shown.find(connection).isEmpty()) {
			return new Outcome.Unknown();
		}
		Optional<Outcome> unlikely = unlikely(acknowledgement.at());
		if (unlikely.isPresent()) {
			return unlikely.get();
		}
		boolean offered = this.credentials.versions(connection)
			.stream()
			.anyMatch((version) -> version.sequence() == acknowledgement.sequence()
					&& version.handover().offeredAt() != null);
		if (!offered) {
			return new Outcome.Refused(Reason.NOT_OFFERED);
		}
		this.credentials.acknowledge(connection, acknowledgement.sequence());
		return new Outcome.Taken();
	}

	/**
	 * Tells of a report. Only a change between working and failing is worth an entry in
	 * the audit trail: reports come every day for every mailbox.
	 * @param report the report
	 * @param before the last one of the same mailbox; null for none
	 * @return what became of it
	 */
	Outcome report(Report report, @Nullable Report before) {
		Optional<ShownConnection> found = this.shown.find(report.connection());
		Optional<MailboxAddress> address = MailboxAddress.parse(report.address());
		boolean known = report.address().isEmpty()
				|| found.filter((connection) -> address.filter((one) -> has(connection, one)).isPresent()).isPresent();
		if (found.isEmpty() || !known) {
			return new Outcome.Unknown();
		}
		Instant login = report.lastLoginAt();
		Optional<Outcome> unlikely = unlikely(report.at())
			.or(() -> (login != null) ? unlikely(login) : Optional.empty());
		if (unlikely.isPresent()) {
			return unlikely.get();
		}
		PlainName error = new PlainName((report.lastError() != null) ? report.lastError() : "");
		// who hears it holds rows, and those come before audit entries
		this.events.publishEvent(
				new Reported(report.connection(), address.orElse(null), report.lastLoginAt(), error, report.at()));
		if (report.failed() != (before != null && before.failed())) {
			record(new TenantId(found.get().tenantId()), "handover.reported", report,
					report.failed() ? Map.of("error", error.value()) : Map.of());
		}
		return new Outcome.Taken();
	}

	private static boolean has(ShownConnection connection, MailboxAddress address) {
		return connection.mailboxes().stream().anyMatch((box) -> box.address().equals(address.value()));
	}

	Outcome answer(CanaryAnswer answer) {
		RecipientKeyId id = new RecipientKeyId(answer.keyId());
		Optional<RecipientKey> key = this.keys.find(id).filter((one) -> one.state() != RecipientKeys.State.RETIRED);
		if (key.isEmpty()) {
			return new Outcome.Unknown();
		}
		Optional<Outcome> unlikely = unlikely(answer.at());
		if (unlikely.isPresent()) {
			return unlikely.get();
		}
		return this.keys.answer(id, answer.answer().strip().toLowerCase(Locale.ROOT)) ? new Outcome.Taken()
				: new Outcome.Refused(Reason.WRONG_ANSWER);
	}

	/**
	 * Writes down that a row was not believed.
	 * @param written the row
	 * @param reason why
	 */
	void refused(Written written, String reason) {
		record(null, "handover.refused", written, Map.of("reason", reason, "kind", written.getClass().getSimpleName()));
	}

	private void record(@Nullable TenantId tenant, String action, Written written, Map<String, String> details) {
		this.audit
			.record(new AuditEvent(tenant, Actor.PORTAL, action, new PlainName(written.subject()).value(), details));
	}

	private Optional<Outcome> unlikely(Instant at) {
		if (at.isAfter(this.clock.instant().plus(SKEW))) {
			return Optional.of(new Outcome.Refused(Reason.IN_THE_FUTURE));
		}
		return at.isBefore(Instant.EPOCH) ? Optional.of(new Outcome.Refused(Reason.LONG_AGO)) : Optional.empty();
	}

}
