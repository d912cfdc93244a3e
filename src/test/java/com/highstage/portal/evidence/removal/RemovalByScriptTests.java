package com.highstage.portal.evidence.removal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.ScriptRun;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Taking everything back where only the script reaches Exchange.
 */
@JourneyTest
@TestPropertySource(properties = { "portal.microsoft.exchange-commands=false", "portal.verification.first-wait=200ms",
		"portal.verification.longest-wait=1s", "portal.verification.patience=4s" })
class RemovalByScriptTests {

	private static final String DOMAIN = "contoso.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Journey journey;

	@Autowired
	private MailboxLists lists;

	@Autowired
	private Removals removals;

	@Autowired
	private Traveller traveller;

	private Demolition demolition;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		this.demolition = new Demolition(this.microsoft365, this.traveller, this.journey, this.removals);
	}

	@Test
	void itWaitsForTheScriptThatTakesBackWhatTheFormerOneGave() {
		Person admin = connectedByScript();
		this.removals.start(admin, "Contoso");
		Removal.Standing waits = this.demolition.await(admin,
				(standing) -> standing.parts().getFirst().state() == PartState.WAITING_FOR_PERSON);
		assertThat(waits.removal().scope().given()).extracting((one) -> one.address().value())
			.containsExactly("orders@contoso.example", "support@contoso.example");
		assertThat(waits.removal().scope().found()).isEmpty();
		ScriptRun.of(this.removals.script(admin.tenant()).orElseThrow(), this.microsoft365, DOMAIN);
		this.removals.scriptHasRun(admin);
		Removal.Standing over = this.demolition.await(admin, (standing) -> standing.removal().isOver());
		assertThat(over.parts()).extracting(PartRecord::state)
			.containsExactly(PartState.BY_HAND, PartState.BY_HAND, PartState.DONE, PartState.DONE, PartState.DONE);
		this.demolition.nothingIsLeft(DOMAIN);
		assertThat(this.microsoft365.journal()).as("the portal itself has no way into Exchange")
			.noneMatch((call) -> call.url().contains("InvokeCommand"));
	}

	@Test
	void theirApplicationKeepsWhatOthersGaveAndTheListSaysWhatToTakeAway() {
		this.demolition.theirApplication("admin@contoso.example");
		Person admin = connectedByScript();
		UUID principal = this.jdbc.sql("select service_principal_id from connection").query(UUID.class).single();
		this.microsoft365.powershell(DOMAIN, "Add-MailboxPermission", Map.of("Identity", "info@contoso.example", "User",
				principal.toString(), "AccessRights", List.of("FullAccess")));
		this.removals.start(admin, "Contoso");
		Removal.Standing waits = this.demolition.await(admin,
				(standing) -> standing.parts().getFirst().state() == PartState.WAITING_FOR_PERSON);
		assertThat(waits.removal().scope().given()).extracting((one) -> one.address().value())
			.containsExactly("orders@contoso.example", "support@contoso.example");
		assertThat(this.removals.script(admin.tenant())).as("it would take the registration as well").isEmpty();
	}

	private Person connectedByScript() {
		Person admin = this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
		this.journey.request(admin, Step.CHECK, Addresses.planned("admin@contoso.example"));
		this.traveller.await(admin,
				(now) -> now.report(Step.MAILBOXES).state() instanceof StepState.WaitingForYou waiting
						&& waiting.reason() == StepState.Reason.SCRIPT);
		ScriptRun.of(this.lists.script(admin).orElseThrow(), this.microsoft365, DOMAIN);
		this.journey.take(admin, Step.CHECK, WayOut.TRY_AGAIN);
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		return admin;
	}

}
