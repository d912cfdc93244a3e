package com.highstage.portal.onboarding.work;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.ScriptRun;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Leaving;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overview.Next;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.tenant.MailboxAddress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mailboxes that are taken off the list where only the script reaches Exchange.
 */
@JourneyTest
@TestPropertySource(properties = { "portal.microsoft.exchange-commands=false", "portal.verification.first-wait=200ms",
		"portal.verification.longest-wait=1s", "portal.verification.patience=4s" })
class MailboxesTakenOffTests {

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
	private Traveller traveller;

	private Person admin;

	@BeforeEach
	void signIn() {
		this.traveller.reset();
		this.admin = this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
	}

	@Test
	void beforeAnyScriptWasShownItIsForgotten() {
		choose("support", "orders");
		awaitScript();
		choose("support");
		assertThat(this.lists.leaving(this.admin)).isEqualTo(Leaving.NONE);
		assertThat(script()).doesNotContain("orders@");
	}

	@Test
	void theNextScriptClosesWhatTheFormerOpenedAndThePortalSeesIt() {
		openTwoAndTakeOneOff();
		Leaving leaving = this.lists.leaving(this.admin);
		assertThat(leaving).isEqualTo(new Leaving(addresses("nobody", "orders"), true, false));
		assertThat(this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'journey'")
			.query(Long.class)
			.single()).as("looked at again, also by the next process").isPositive();
		run();
		assertThat(opened()).containsExactly("support");
		Overview end = this.traveller.awaitEnd(this.admin);
		assertThat(end.next()).isInstanceOf(Next.DonePage.class);
		assertThat(this.lists.leaving(this.admin)).isEqualTo(Leaving.NONE);
		assertThat(this.jdbc.sql("select count(*) from credential where working_copy is not null")
			.query(Long.class)
			.single()).as("nothing is left to be looked for").isZero();
		assertThat(seenClosed()).containsExactlyInAnyOrder("nobody@contoso.example", "orders@contoso.example");
	}

	@Test
	void onceTheSecretsValueIsGoneItIsSaidAndANewSecretLetsThePortalSee() {
		openTwoAndTakeOneOff();
		this.jdbc.sql("update credential set working_copy = null").update();
		Overview end = this.traveller.awaitEnd(this.admin);
		assertThat(end.next()).isInstanceOf(Next.DonePage.class);
		assertThat(this.lists.leaving(this.admin).watched()).isFalse();
		run();
		assertThat(opened()).containsExactly("support");
		assertThat(this.lists.leaving(this.admin).mailboxes()).contains(new MailboxAddress("orders@contoso.example"));
		this.journey.take(this.admin, Step.SECRET, WayOut.NEW_SECRET);
		this.traveller.awaitEnd(this.admin);
		assertThat(this.lists.leaving(this.admin)).isEqualTo(Leaving.NONE);
	}

	@Test
	void whatIsPutBackOnTheListHasToOpenAgain() {
		openTwoAndTakeOneOff();
		run();
		choose("support", "orders");
		this.traveller.await(this.admin, failing());
		run();
		this.journey.take(this.admin, Step.CHECK, WayOut.TRY_AGAIN);
		this.traveller.awaitEnd(this.admin);
		assertThat(opened()).containsExactlyInAnyOrder("orders", "support");
		assertThat(this.lists.of(this.admin).proven()).isEqualTo(2);
	}

	@Test
	void accessThatOthersGaveToMailboxesThatWereNeverOnTheListStays() {
		openTwoAndTakeOneOff();
		UUID principal = this.jdbc.sql("select service_principal_id from connection").query(UUID.class).single();
		this.microsoft365.powershell(DOMAIN, "Add-MailboxPermission", Map.of("Identity", "admin@contoso.example",
				"User", principal.toString(), "AccessRights", List.of("FullAccess"), "AutoMapping", false));
		run();
		this.traveller.awaitEnd(this.admin);
		assertThat(opened()).containsExactlyInAnyOrder("admin", "support");
	}

	private void openTwoAndTakeOneOff() {
		choose("support", "orders", "nobody");
		awaitScript();
		run();
		this.journey.take(this.admin, Step.CHECK, WayOut.TRY_AGAIN);
		this.traveller.await(this.admin, (now) -> now.finished() && now.facts().mailboxes().passed() == 4);
		choose("support");
		Overview works = this.traveller.await(this.admin,
				(now) -> now.next() instanceof Next.DonePage && this.lists.leaving(this.admin).watched());
		assertThat(works.finished()).isTrue();
		assertThat(works.report(Step.MAILBOXES).state().isDone()).isTrue();
		assertThat(works.onboarding()).extracting(Onboarding::status).isEqualTo(Onboarding.Status.ACTIVE);
	}

	private static Predicate<Overview> failing() {
		return (now) -> now.facts().mailboxes().logins() == 4 && now.facts().mailboxes().passed() == 2
				&& !(now.report(Step.CHECK).state() instanceof StepState.Running);
	}

	private void choose(String... names) {
		assertThat(this.journey.request(this.admin, Step.MAILBOXES, (plan) -> plan.withMailboxes(addresses(names))))
			.isInstanceOf(Journey.Answer.Accepted.class);
	}

	private void awaitScript() {
		this.traveller.await(this.admin,
				(now) -> now.report(Step.MAILBOXES).state() instanceof StepState.WaitingForYou waiting
						&& waiting.reason() == StepState.Reason.SCRIPT);
	}

	private String script() {
		return this.lists.script(this.admin).orElseThrow().text();
	}

	private void run() {
		List<String> failures = ScriptRun.of(this.lists.script(this.admin).orElseThrow(), this.microsoft365, DOMAIN);
		assertThat(failures).allMatch((failure) -> failure.startsWith("nobody@"));
	}

	private List<String> opened() {
		return this.microsoft365.organisation(DOMAIN)
			.at("/exchange/mailboxPermissions")
			.valueStream()
			.map((one) -> one.path("mailbox").asString().replace("@" + DOMAIN, ""))
			.toList();
	}

	private List<String> seenClosed() {
		return this.jdbc
			.sql("select subject from audit_entry where action = 'mailbox.seen-closed' order by sequence desc limit 2")
			.query(String.class)
			.list();
	}

	private static List<MailboxAddress> addresses(String... names) {
		return Stream.of(names).map((name) -> new MailboxAddress(name + "@" + DOMAIN)).toList();
	}

}
