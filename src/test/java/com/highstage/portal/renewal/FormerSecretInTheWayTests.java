package com.highstage.portal.renewal;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import com.highstage.portal.account.Person;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.work.InTheWayTest;
import com.highstage.portal.onboarding.work.Obstacle;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * The removal of a former secret with something in its way.
 */
@InTheWayTest
class FormerSecretInTheWayTests {

	private static final String CONTOSO = "admin@contoso.example";

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
	private Obstacle obstacle;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void itGoesOnByItselfOnceNothingIsInTheWay() {
		this.traveller.reset();
		Heirs heirs = new Heirs(this.microsoft365, this.traveller, this.journey, this.overviews,
				new Heirs.Rows(this.credentials, this.jdbc, this.transactions));
		Person admin = heirs.connected(CONTOSO);
		heirs.renewed(admin);
		// so that it is still at work when somebody stands in its way
		this.microsoft365.settings(Map.of("latencyMillis", 300));
		heirs.acknowledge(2);
		this.obstacle.stand();
		heirs.awaitOnly(CONTOSO, 2);
	}

}
