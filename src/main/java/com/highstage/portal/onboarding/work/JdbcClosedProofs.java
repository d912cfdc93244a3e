package com.highstage.portal.onboarding.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.onboarding.Journey.ClosedAnswer;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.MailboxProof.Negative;

/**
 * Mailboxes that must stay closed. Until another one has opened, a refusal shows nothing;
 * so what was asked for earlier is tried then, while the secret's value is still there.
 */
@Component
class JdbcClosedProofs {

	private final JdbcClient jdbc;

	private final Onboardings onboardings;

	private final MailboxProof proof;

	private final TransactionTemplate transaction;

	private final Clock clock;

	JdbcClosedProofs(JdbcClient jdbc, Onboardings onboardings, MailboxProof proof,
			PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.onboardings = onboardings;
		this.proof = proof;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Notes that a mailbox is to be tried as soon as another one has opened; a former
	 * result is forgotten. The journey is held: what a run finds is there before, or the
	 * run finds what is noted.
	 * @param connection the organisation's connection
	 * @param mailbox the mailbox
	 * @return false if nobody is to open another one, or one has opened: to be tried now
	 */
	boolean ask(Connection connection, MailboxAddress mailbox) {
		return this.transaction.execute((status) -> {
			Optional<Onboarding> waiting = this.onboardings.lockActive(connection.tenant())
				.filter((active) -> this.proof.standing(connection, active.plan().permissions()).passed() == 0);
			waiting.ifPresent((active) -> note(active.id(), mailbox));
			return waiting.isPresent();
		});
	}

	private void note(OnboardingId id, MailboxAddress mailbox) {
		this.jdbc.sql("delete from closed_proof where onboarding_id = :id").param("id", id.value()).update();
		this.jdbc.sql("insert into closed_proof (onboarding_id, address, asked_at) values (:id, :address, :at)")
			.param("id", id.value())
			.param("address", mailbox.value())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * What was asked for, and what came of it.
	 * @param id the journey
	 * @return empty if nobody asked
	 */
	Optional<ClosedAnswer> find(OnboardingId id) {
		return this.jdbc.sql("select address, result from closed_proof where onboarding_id = :id")
			.param("id", id.value())
			.query(JdbcClosedProofs::answer)
			.optional();
	}

	/**
	 * Tries what was asked for and was not tried yet.
	 * @param run the run
	 * @param token a fresh app-only token
	 */
	void tryPending(Run run, AppToken token) {
		if (find(run.onboarding().id()).orElse(null) instanceof ClosedAnswer.Later(MailboxAddress mailbox)) {
			Negative result = this.proof.negative(run.connection(), mailbox, token);
			this.transaction.executeWithoutResult((status) -> {
				run.lease().hold();
				found(run.onboarding().id(), mailbox, result);
			});
		}
	}

	// somebody may have asked for another one meanwhile
	private void found(OnboardingId id, MailboxAddress mailbox, Negative result) {
		this.jdbc.sql("""
				update closed_proof set result = :result, tried_at = :at
				where onboarding_id = :id and address = :address
				""")
			.param("address", mailbox.value())
			.param("result", result.name())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", id.value())
			.update();
	}

	private static ClosedAnswer answer(ResultSet row, int number) throws SQLException {
		MailboxAddress mailbox = new MailboxAddress(row.getString("address"));
		String result = row.getString("result");
		return (result != null) ? new ClosedAnswer.Tried(mailbox, Negative.valueOf(result))
				: new ClosedAnswer.Later(mailbox);
	}

}
