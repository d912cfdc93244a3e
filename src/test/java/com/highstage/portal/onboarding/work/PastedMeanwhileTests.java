package com.highstage.portal.onboarding.work;

import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.Applications;
import com.highstage.portal.onboarding.Facts.ApplicationFacts;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.PasteAnswer;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody pastes what was made by hand while the portal makes the same.
 */
@JourneyTest
@Import(PastedMeanwhileTests.HeldApplications.class)
class PastedMeanwhileTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@Autowired
	private HeldApplications calls;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@AfterEach
	void letGo() {
		this.calls.letGo();
	}

	@ParameterizedTest
	@ValueSource(strings = { "createIfMissing", "addPassword" })
	void whatThePortalMakesMeanwhileDoesNotTakeItsPlace(String call) throws InterruptedException {
		Person admin = this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
		HandMadeApplication made = HandMadeApplication.make(Browser.ofAnotherApplication(this.microsoft365),
				"admin@contoso.example");
		this.calls.hold(call);
		this.journey.request(admin, Step.CHECK, Addresses.planned("admin@contoso.example"));
		this.calls.awaitHeld();
		assertThat(this.journey.paste(admin, made.pasted(admin, made.clientId(), made.secret())))
			.isInstanceOf(PasteAnswer.Taken.class);
		this.calls.letGo();
		made.open(this.microsoft365, "admin@contoso.example");
		Overview overview = this.traveller.awaitEnd(admin);
		ApplicationFacts application = Objects.requireNonNull(overview.facts().application());
		assertThat(application.clientId()).hasToString(made.clientId());
		assertThat(overview.finished()).isTrue();
	}

	/**
	 * Holds calls to the applications.
	 */
	static class HeldApplications extends HeldCalls {

		HeldApplications() {
			super(Applications.class);
		}

	}

}
