package com.highstage.portal.renewal.reminder;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.renewal.Reminder;
import com.highstage.portal.renewal.Reminder.Recipient;
import com.highstage.portal.renewal.Reminder.State;
import com.highstage.portal.renewal.reminder.Recipients.Somebody;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Troubles;

/**
 * Reminds of one secret: the note that it was done, the audit entry and the mails are one
 * transaction.
 */
@Component
class Reminding {

	private final JdbcReminders reminders;

	private final ReminderMails mails;

	private final Connections connections;

	private final Credentials credentials;

	private final Records records;

	private final Clock clock;

	Reminding(JdbcReminders reminders, ReminderMails mails, Connections connections, Credentials credentials,
			Records records, Clock clock) {
		this.reminders = reminders;
		this.mails = mails;
		this.connections = connections;
		this.credentials = credentials;
		this.records = records;
		this.clock = clock;
	}

	/**
	 * Reminds of a secret, unless another one was offered meanwhile; in the caller's
	 * transaction.
	 * @param threshold how many days before the end
	 * @param due the secret
	 * @throws org.springframework.dao.DuplicateKeyException if somebody else was faster
	 */
	void remind(int threshold, Due due) {
		if (!isOffered(due) || this.connections.isEnded(due.connection())) {
			return;
		}
		Set<Integer> noted = this.reminders.noted(due);
		ReminderRound.THRESHOLDS.stream()
			.filter((earlier) -> earlier > threshold && !noted.contains(earlier))
			.forEach((earlier) -> skip(earlier, due));
		if (!due.livesLongerThan(threshold)) {
			skip(threshold, due);
			return;
		}
		tell(threshold, due);
		// who offers another one writes to the audit trail: they are done, or wait
		if (threshold == 0 && isOffered(due)) {
			this.records.troubles()
				.found(new Trouble(due.connection(), Trouble.Kind.SECRET_ENDED, "", Trouble.Source.PORTAL,
						Explanations.of(Cause.SECRET_EXPIRED), due.expiresAt()));
		}
	}

	private boolean isOffered(Due due) {
		return this.credentials.offered(due.connection())
			.filter((version) -> version.sequence() == due.sequence())
			.isPresent();
	}

	private void tell(int threshold, Due due) {
		Connection connection = this.connections.get(due.connection());
		Optional<Somebody> customer = this.mails.recipients().customer(connection.tenant());
		Optional<Somebody> operators = this.mails.recipients().operators();
		State toCustomer = state(customer);
		State toOperators = state(operators);
		note(threshold, due, Recipient.CUSTOMER, toCustomer, customer);
		note(threshold, due, Recipient.OPERATORS, toOperators, operators);
		this.records.audit()
			.record(new AuditEvent(connection.tenant(), Actor.PORTAL, "secret.reminded",
					due.connection() + "/" + due.sequence(), Map.of("days", String.valueOf(threshold), "customer",
							toCustomer.name(), "operators", toOperators.name())));
		if (toCustomer == State.SENT) {
			this.reminders.mailed(due, threshold, Recipient.CUSTOMER,
					this.mails.tellCustomer(connection, threshold, due, customer.orElseThrow()));
		}
		if (toOperators == State.SENT) {
			this.reminders.mailed(due, threshold, Recipient.OPERATORS,
					this.mails.tellOperators(connection, threshold, due, customer, operators.orElseThrow()));
		}
	}

	private State state(Optional<Somebody> somebody) {
		if (!this.mails.canSend()) {
			return State.NO_SERVER;
		}
		return somebody.isPresent() ? State.SENT : State.NO_ADDRESS;
	}

	private void skip(int threshold, Due due) {
		for (Recipient recipient : Recipient.values()) {
			note(threshold, due, recipient, State.SKIPPED, Optional.empty());
		}
	}

	private void note(int threshold, Due due, Recipient recipient, State state, Optional<Somebody> somebody) {
		String address = (state == State.SENT) ? somebody.orElseThrow().address().value() : "";
		this.reminders.note(new Reminder(due.connection(), due.sequence(), threshold, recipient, state, address,
				this.clock.instant()));
	}

	/**
	 * Where it is written down what was done and found.
	 *
	 * @param audit the audit trail
	 * @param troubles what is wrong with connections
	 */
	@Component
	record Records(AuditTrail audit, Troubles troubles) {

	}

}
