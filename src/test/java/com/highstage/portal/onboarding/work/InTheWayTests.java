package com.highstage.portal.onboarding.work;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A journey with something in its way.
 */
@InTheWayTest
class InTheWayTests {

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Invariants invariants;

	@Autowired
	private Obstacle obstacle;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void itGoesOnByItselfOnceNothingIsInTheWay() {
		Person admin = this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
		this.journey.request(admin, Step.CHECK, Addresses.planned("admin@contoso.example"));
		this.obstacle.stand();
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		this.invariants.hold();
	}

}
