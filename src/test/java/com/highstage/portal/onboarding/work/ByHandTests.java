package com.highstage.portal.onboarding.work;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.PasteAnswer;
import com.highstage.portal.onboarding.PasteAnswer.Field;
import com.highstage.portal.onboarding.PasteAnswer.Mistake;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ByHandTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void whatWasMadeByHandIsTakenUpByItsToken() {
		Person admin = this.traveller.signIn("admin@contoso.example");
		HandMadeApplication made = HandMadeApplication.make(Browser.ofAnotherApplication(this.microsoft365),
				"admin@contoso.example");
		assertThat(this.journey.paste(admin, made.pasted(admin, made.objectId(), made.secret())))
			.isEqualTo(new PasteAnswer.Mistaken(Map.of(Field.CLIENT_ID, Mistake.UNKNOWN_APPLICATION)));
		assertThat(this.journey.paste(admin, made.pasted(admin, made.clientId(), "not8Q~the-secret")))
			.isEqualTo(new PasteAnswer.Mistaken(Map.of(Field.SECRET, Mistake.SECRET_REFUSED)));
		assertThat(this.jdbc.sql("select count(*) from onboarding").query(Long.class).single()).isZero();
		assertThat(this.journey.paste(admin, made.pasted(admin, made.clientId(), " " + made.secret() + "\n")))
			.isInstanceOf(PasteAnswer.Taken.class);
		this.traveller.await(admin, (now) -> now.report(Step.CONSENT).state().isDone());
		assertThat(this.journey.request(admin, Step.MAILBOXES, Addresses.planned("@contoso.example")))
			.isInstanceOf(Journey.Answer.Accepted.class);
		this.traveller.await(admin,
				(now) -> now.report(Step.MAILBOXES).state() instanceof StepState.WaitingForYou waiting
						&& waiting.reason() == StepState.Reason.SCRIPT);
		made.open(this.microsoft365, "support@contoso.example", "orders@contoso.example");
		this.journey.take(admin, Step.CHECK, WayOut.TRY_AGAIN);
		Overview overview = this.traveller.awaitEnd(admin);
		assertThat(overview.finished()).isTrue();
		assertThat(overview.report(Step.MAILBOXES).state().isDone()).as("logins have shown it").isTrue();
		assertThat(overview.facts().inToken()).containsExactly(MailPermission.IMAP);
		assertThat(this.jdbc.sql("select service_principal_id from highstage_connection_v1").query(UUID.class).single())
			.hasToString(made.servicePrincipal());
		assertThat(this.traveller.isAllowed("admin@contoso.example")).isFalse();
	}

}
