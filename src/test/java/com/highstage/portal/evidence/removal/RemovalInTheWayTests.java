package com.highstage.portal.evidence.removal;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.work.InTheWayTest;
import com.highstage.portal.onboarding.work.Obstacle;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A removal with something in its way.
 */
@InTheWayTest
class RemovalInTheWayTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Journey journey;

	@Autowired
	private Removals removals;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Obstacle obstacle;

	private Demolition demolition;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		this.demolition = new Demolition(this.microsoft365, this.traveller, this.journey, this.removals);
	}

	@Test
	void itGoesOnByItselfOnceNothingIsInTheWay() {
		Person admin = this.demolition.connected("admin@contoso.example");
		// so that it is still at work when somebody stands in its way
		this.microsoft365.settings(Map.of("latencyMillis", 300));
		this.removals.start(admin, "Contoso");
		this.obstacle.stand();
		Removal.Standing over = this.demolition.await(admin, (standing) -> standing.removal().isOver());
		assertThat(over.parts()).extracting(PartRecord::state).containsOnly(PartState.DONE);
		this.demolition.nothingIsLeft("contoso.example");
	}

}
