package com.highstage.portal.renewal;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import com.highstage.portal.account.Person;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When exactly which secret is removed once there is a newer one.
 */
@JourneyTest
class FormerSecretTests {

	private static final String CONTOSO = "admin@contoso.example";

	private static final String FOREIGN = "of somebody else";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Journey journey;

	@Autowired
	private Overviews overviews;

	@Autowired
	private Credentials credentials;

	@Autowired
	private Traveller traveller;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private Heirs heirs;

	private Person admin;

	private String former;

	@BeforeEach
	void renew() {
		this.traveller.reset();
		this.heirs = new Heirs(this.microsoft365, this.traveller, this.journey, this.overviews,
				new Heirs.Rows(this.credentials, this.jdbc, this.transactions));
		this.admin = this.heirs.connected(CONTOSO);
		assertThat(this.heirs.offered()).isEqualTo(1);
		this.former = this.heirs.ours(CONTOSO).getFirst();
		this.heirs.another(CONTOSO, FOREIGN);
		this.heirs.renewed(this.admin);
		assertThat(this.heirs.offered()).isEqualTo(2);
		assertThat(this.heirs.ours(CONTOSO)).hasSize(2);
	}

	@AfterEach
	void onlyTheFormerWasRemoved() {
		assertThat(this.heirs.removed()).containsExactly(this.former);
		assertThat(this.heirs.others(CONTOSO)).containsExactly(FOREIGN);
	}

	@Test
	void itGoesAtOnceWhenHighstageAcknowledgesWhileSomebodyIsThere() {
		this.heirs.acknowledge(1);
		this.heirs.look(this.admin);
		awaitNoWork();
		assertThat(this.heirs.states()).containsExactly("CURRENT", "SUPERSEDED");
		assertThat(this.heirs.acknowledge(2)).isTrue();
		this.heirs.awaitOnly(CONTOSO, 2);
	}

	@Test
	void withNobodyThereItStaysUntilSomebodySignsIn() {
		this.heirs.everybodyLeaves();
		this.heirs.acknowledge(2);
		awaitNoWork();
		assertThat(this.heirs.ours(CONTOSO)).hasSize(2);
		this.heirs.look(this.traveller.signIn(CONTOSO));
		this.heirs.awaitOnly(CONTOSO, 2);
	}

	@Test
	void withoutAnAcknowledgementItGoesWhenTheOverlapIsOver() {
		this.heirs.agedOffers(Duration.ofDays(13));
		this.heirs.look(this.admin);
		awaitNoWork();
		assertThat(this.heirs.ours(CONTOSO)).hasSize(2);
		this.heirs.agedOffers(Duration.ofDays(1));
		this.heirs.look(this.admin);
		this.heirs.awaitOnly(CONTOSO, 2);
	}

	private void awaitNoWork() {
		Awaitility.await("nothing is under way")
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'retirement'")
				.query(Long.class)
				.single() == 0);
	}

}
