package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.mailbox.MailboxCount;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.RecipientKeyId;

import static org.assertj.core.api.Assertions.assertThat;

class JudgementTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final Explanation ENDED = Explanations.of("AADSTS7000222", "ref");

	@Test
	void aSecretThatHasEndedIsSaidWhereSecretsAreMade() {
		Background background = background(Map.of(Step.SECRET, done(Step.SECRET), Step.PERMISSIONS,
				failed(Step.PERMISSIONS), Step.CHECK, failed(Step.CHECK)));
		assertThat(background.step(Step.SECRET).state())
			.isEqualTo(new StepState.Failed(ENDED, List.of(WayOut.NEW_SECRET)));
		assertThat(background.step(Step.PERMISSIONS).state()).isEqualTo(new StepState.NotStarted());
		assertThat(background.step(Step.CHECK).state()).isInstanceOf(StepState.Failed.class);
	}

	@Test
	void microsoftsWordCountsMoreThanTheDateThatSomebodyTyped() {
		Background background = background(
				Map.of(Step.SECRET, done(Step.SECRET), Step.PERMISSIONS, failed(Step.PERMISSIONS)));
		assertThat(judge(background).secret().state())
			.isEqualTo(new StepState.Failed(ENDED, List.of(WayOut.NEW_SECRET)));
	}

	@Test
	void aSecretWhoseLastDayHasPassedIsNotDone() {
		Background background = background(Map.of(Step.SECRET, done(Step.SECRET)), NOW);
		assertThat(judge(background).secret().state())
			.isEqualTo(new StepState.Failed(Explanations.of(Cause.SECRET_EXPIRED), List.of(WayOut.NEW_SECRET)));
	}

	@Test
	void aSecretThatLivesIsDone() {
		Background background = background(Map.of(Step.SECRET, done(Step.SECRET)));
		assertThat(judge(background).secret().state()).isEqualTo(new StepState.Done());
	}

	@Test
	void whatANewSecretIsMadeForIsNotHeldAgainstIt() {
		Background background = background(
				Map.of(Step.SECRET, StepRecord.untouched(Step.SECRET), Step.CHECK, failed(Step.CHECK)));
		assertThat(background.step(Step.SECRET).state()).isEqualTo(new StepState.NotStarted());
	}

	@Test
	void mailboxesThatDoNotShowAsOpenYetAreWaitedForAboveTheirRowsToo() {
		Report report = judge(background(Map.of(Step.MAILBOXES, done(Step.MAILBOXES)), Access.CLOSED)).mailboxes();
		assertThat(report.state())
			.isEqualTo(new StepState.WaitingForMicrosoft(NOW.minusSeconds(60), NOW.plusSeconds(60), null));
	}

	@Test
	void mailboxesThatShowAsOpenAreDone() {
		Report report = judge(background(Map.of(Step.MAILBOXES, done(Step.MAILBOXES)), Access.OPEN)).mailboxes();
		assertThat(report.state()).isEqualTo(new StepState.Done());
	}

	private static Judgement judge(Background background) {
		Found found = new Found(found(Optional.empty()), found(Optional.empty()), found(Optional.empty()),
				found(Set.of()), found(Optional
					.of(new ExchangeFacts(ExchangeFacts.State.REGISTERED, ObjectId.parse(id(1)), null, NOW))));
		return new Judgement(found, background, NOW, Duration.ofMinutes(2));
	}

	private static <T> LookedUp<T> found(T value) {
		return new LookedUp<>(value, null);
	}

	private static Background background(Map<Step, StepRecord> steps) {
		return background(steps, NOW.plus(Duration.ofDays(60)));
	}

	private static Background background(Map<Step, StepRecord> steps, Instant secretEnds) {
		return background(steps, secretEnds, Access.OPEN);
	}

	private static Background background(Map<Step, StepRecord> steps, Access access) {
		return background(steps, NOW.plus(Duration.ofDays(60)), access);
	}

	private static Background background(Map<Step, StepRecord> steps, Instant secretEnds, Access access) {
		ConnectionId connection = new ConnectionId(UUID.fromString(id(2)));
		CredentialVersion pasted = new CredentialVersion(connection, 1, CredentialType.SECRET, null, "",
				NOW.minus(Duration.ofDays(30)), secretEnds, CredentialVersion.State.CURRENT,
				new CredentialVersion.Handover(new RecipientKeyId("key"), null, null));
		TenantId tenant = TenantId.parse(id(3));
		Plan plan = Plan.standard().withMailboxes(List.of(new MailboxAddress("support@contoso.example")));
		Onboarding onboarding = new Onboarding(new OnboardingId(UUID.fromString(id(4))), tenant, connection,
				Onboarding.Status.ACTIVE, Onboarding.Mode.BY_HAND, plan, Step.CHECK, true, null, null,
				new PersonId(tenant, ObjectId.parse(id(5))), "Adele Vance", NOW.minus(Duration.ofDays(30)));
		return new Background(onboarding, plan, null, pasted, steps, new MailboxCount(Map.of(access, 1), 0),
				Background.NOTHING);
	}

	private static StepRecord done(Step step) {
		return new StepRecord(step, new StepState.Done(), 0, NOW.minusSeconds(60));
	}

	private static StepRecord failed(Step step) {
		return new StepRecord(step, new StepState.Failed(ENDED, List.of(WayOut.TRY_AGAIN, WayOut.NEW_SECRET)), 1,
				NOW.minusSeconds(30));
	}

	private static String id(int number) {
		return "c0c0c0c0-0001-4000-8000-00000000000" + number;
	}

}
