package com.highstage.portal.drift;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Person;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.handover.Reported;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Troubles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Highstage reports two things in the same instant: that it logged in to a mailbox, and
 * that Microsoft refuses its secret.
 */
@DriftTest
class DriftMeanwhileTests {

	private static final String REFUSED = "AADSTS7000215: Invalid client secret provided.";

	@Autowired
	private Finished finished;

	@Autowired
	private Troubles troubles;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	private Person admin;

	private ConnectionId connection;

	@BeforeEach
	void connect() {
		this.admin = this.finished.connect();
		this.connection = this.finished.connection(this.admin).id();
	}

	@Test
	void whatBreaksAgainWhileItIsMendedIsBroken() throws InterruptedException {
		report(null, null, REFUSED);
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.SECRET_REMOVED);
		Meanwhile.of(this.transaction, () -> report(new MailboxAddress(Finished.SUPPORT), Instant.now(), ""),
				() -> report(null, null, REFUSED));
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.SECRET_REMOVED);
		assertThat(this.finished.status()).isEqualTo("attention");
	}

	@Test
	void whatIsMendedWhileItBreaksIsMended() throws InterruptedException {
		Meanwhile.of(this.transaction, () -> report(null, null, REFUSED),
				() -> report(new MailboxAddress(Finished.SUPPORT), Instant.now(), ""));
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		assertThat(this.finished.status()).isEqualTo("working");
	}

	@Test
	void whatIsReportedWhileARenewalMendsItCanBreakAgain() {
		report(null, null, REFUSED);
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.SECRET_REMOVED);
		// the renewal's part, whose check is older than the report
		this.transaction
			.executeWithoutResult((status) -> this.troubles.mended(this.connection, Kind.SECRET_REMOVED, ""));
		assertThat(this.finished.status()).isEqualTo("working");
		report(null, null, REFUSED);
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.SECRET_REMOVED);
		assertThat(this.finished.status()).isEqualTo("attention");
	}

	private void report(@Nullable MailboxAddress mailbox, @Nullable Instant lastLoginAt, String error) {
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new Reported(this.connection, mailbox, lastLoginAt, new PlainName(error), Instant.now())));
	}

}
