package com.highstage.portal.drift;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Person;
import com.highstage.portal.handover.Reported;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.verification.Trouble.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Highstage reports what it meets, and the portal makes sense of it.
 */
@DriftTest
class DriftReportedTests {

	private static final String REFUSED = "A1 NO AUTHENTICATE failed.";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Finished finished;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	private Person admin;

	private ConnectionId connection;

	@BeforeEach
	void connect() {
		this.admin = this.finished.connect();
		this.connection = this.finished.connection(this.admin).id();
	}

	/**
	 * What Highstage meets when something was changed.
	 */
	enum Met {

		SECRET_ENDED("AADSTS7000222: The provided client secret keys for app are expired."),
		SECRET_REMOVED("AADSTS7000215: Invalid client secret provided."),
		APPLICATION_GONE("AADSTS700016: Application was not found in the directory."),
		APPLICATION_DISABLED("AADSTS7000112: Application is disabled."), LOGIN_FAILED(REFUSED);

		private final String said;

		Met(String said) {
			this.said = said;
		}

	}

	@ParameterizedTest
	@EnumSource
	void whatHighstageMeetsIsToldOnceAndMendedByALogin(Met met) {
		Instant now = Instant.now();
		report(Finished.SUPPORT, null, met.said, now);
		report(Finished.SUPPORT, null, met.said, now.plusMillis(10));
		assertThat(this.finished.trouble(this.admin).kind()).isEqualTo(Kind.valueOf(met.name()));
		assertThat(this.finished.trouble(this.admin).explanation().code()).isEqualTo(met.said);
		assertThat(this.finished.status()).isEqualTo("attention");
		assertThat(this.finished.told()).hasSize(2);
		report(Finished.SUPPORT, Instant.now(), "", Instant.now());
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		assertThat(this.finished.status()).isEqualTo("working");
		report(Finished.SUPPORT, null, met.said, Instant.now());
		assertThat(this.finished.troubles(this.admin)).hasSize(1);
		assertThat(this.finished.told()).as("what comes and goes").hasSize(2);
	}

	@Test
	void newsThatIsStaleOrFromTheFutureOrUncertainOrOfOthersIsIgnored() {
		Instant now = Instant.now();
		report(Finished.SUPPORT, null, REFUSED, now.minus(Duration.ofHours(1)));
		report(Finished.SUPPORT, null, REFUSED, now.plus(Duration.ofHours(1)));
		report("nobody@contoso.example", null, REFUSED, now);
		report(Finished.SUPPORT, null, "Connection refused", now);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		report(Finished.SUPPORT, null, REFUSED, now.minusMillis(5));
		assertThat(this.finished.troubles(this.admin)).as("older than one that was heard").isEmpty();
		assertThat(this.finished.count("drift_sight")).isZero();
	}

	@Test
	void whatAClockThatIsAheadReportedIsRefutedByTheNextVisit() {
		report(Finished.SUPPORT, null, Met.SECRET_REMOVED.said, Instant.now().plus(Duration.ofMinutes(4)));
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.SECRET_REMOVED);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
	}

	@Test
	void aVisitThatFindsTheReasonTellsNobodyAgain() {
		new Meddler(this.microsoft365).close(Finished.SUPPORT);
		report(Finished.SUPPORT, null, "A1 BAD User is authenticated but not connected.", Instant.now());
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.LOGIN_FAILED);
		assertThat(this.finished.told()).hasSize(2);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.ACCESS_GONE);
		assertThat(this.finished.told()).hasSize(2);
		report(Finished.SUPPORT, null, REFUSED, Instant.now());
		assertThat(this.finished.troubles(this.admin)).as("known already").containsExactly(Kind.ACCESS_GONE);
		report(Finished.SUPPORT, Instant.now(), "", Instant.now());
		assertThat(this.finished.troubles(this.admin)).as("with a token from before").containsExactly(Kind.ACCESS_GONE);
	}

	@Test
	void anEndThatWasTypedTooEarlyIsRefutedByALoginThatNoOlderTokenExplains() {
		Instant end = Instant.now().minus(Duration.ofHours(3));
		this.finished.ended(this.admin, end);
		report(Finished.SUPPORT, end.plus(Duration.ofMinutes(80)), "", Instant.now());
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.SECRET_ENDED);
		report(Finished.SUPPORT, end.plus(Duration.ofMinutes(100)), "", Instant.now());
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		assertThat(this.finished.told()).isEmpty();
	}

	private void report(String mailbox, @Nullable Instant lastLoginAt, String error, Instant reportedAt) {
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.events.publishEvent(new Reported(this.connection,
					new MailboxAddress(mailbox), lastLoginAt, new PlainName(error), reportedAt)));
	}

}
