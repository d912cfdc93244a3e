package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A journey whose writes wait for longer than the database lets them, as where many are
 * at work on a busy machine.
 */
@JourneyTest
@TestPropertySource(properties = "spring.datasource.hikari.connection-init-sql=set lock_timeout 500")
class InTheWayTests {

	private static final Duration LONGER = Duration.ofMillis(1500);

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Invariants invariants;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void itGoesOnByItselfOnceNothingIsInTheWay() {
		Person admin = this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
		this.journey.request(admin, Step.CHECK, Addresses.planned("admin@contoso.example"));
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.jdbc.sql("select * from audit_head for update").query().listOfRows();
			Instant until = Instant.now().plus(LONGER);
			await("longer than the database waits").pollInSameThread().until(() -> Instant.now().isAfter(until));
		});
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		this.invariants.hold();
	}

}
