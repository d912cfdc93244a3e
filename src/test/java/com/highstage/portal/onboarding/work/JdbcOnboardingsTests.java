package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.TestMailboxes;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class JdbcOnboardingsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final PersonId person = new PersonId(this.tenant, new ObjectId(UUID.randomUUID()));

	private final List<Object> events = new ArrayList<>();

	private final JdbcOnboardings onboardings;

	private final ConnectionId connection;

	JdbcOnboardingsTests(Database database) {
		this.onboardings = new JdbcOnboardings(database.jdbc(), TestMailboxes.chosen(database), this.events::add);
		Connections connections = TestRegistration.connections(database, Clock.systemUTC());
		this.connection = connections.findOrCreate(this.tenant, new PlainName("Contoso"), Cloud.GLOBAL, true).id();
	}

	@Test
	void whatWasSavedIsReadAgain() {
		Onboarding begun = begin();
		Plan plan = Plan.standard()
			.withMailboxes(List.of(new MailboxAddress("a@contoso.example"), new MailboxAddress("b@contoso.example")));
		Onboarding asked = begun.asked(plan, Step.CHECK, true, authority(Ability.REGISTER, Ability.CONSENT));
		this.onboardings.save(asked, NOW);
		assertThat(this.onboardings.latest(this.tenant)).contains(asked);
		assertThat(this.onboardings.lockActive(this.tenant)).contains(asked);
	}

	@Test
	void eachChangeThatPeopleSeeIsTold() {
		Onboarding begun = begin();
		assertThat(moves()).isEqualTo(1);
		this.onboardings.save(begun.id(), StepRecord.untouched(Step.REGISTER));
		assertThat(moves()).isEqualTo(2);
		this.onboardings.save(begun.asked(Plan.standard(), Step.CHECK, true, authority(Ability.REGISTER)), NOW);
		assertThat(moves()).isEqualTo(3);
		this.onboardings.finish(begun.id(), 0, NOW);
		assertThat(moves()).as("outdated").isEqualTo(3);
		this.onboardings.finish(begun.id(), 1, NOW);
		assertThat(moves()).isEqualTo(4);
	}

	private long moves() {
		return this.events.stream().filter(new OrganisationMoved(this.tenant)::equals).count();
	}

	@Test
	void anOrganisationHasOneActiveJourneyAndAnyNumberOfEndedOnes() {
		Onboarding first = begin();
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(this::begin);
		this.onboardings.save(first.cancelled(), NOW);
		assertThat(this.onboardings.lockActive(this.tenant)).isEmpty();
		Onboarding second = begin();
		assertThat(this.onboardings.latest(this.tenant)).contains(second);
	}

	@Test
	void aLeaseIsTakenOnceAndAnOldEpochIsRefused() {
		OnboardingId id = begin().id();
		Long first = this.onboardings.takeLease(id, NOW, NOW.plusSeconds(60));
		assertThat(first).isEqualTo(1);
		assertThat(this.onboardings.takeLease(id, NOW.plusSeconds(59), NOW.plusSeconds(119))).isNull();
		assertThat(this.onboardings.holdLease(id, 1, NOW.plusSeconds(90))).isTrue();
		assertThat(this.onboardings.takeLease(id, NOW.plusSeconds(91), NOW.plusSeconds(151))).isEqualTo(2);
		assertThat(this.onboardings.holdLease(id, 1, NOW.plusSeconds(160))).isFalse();
		this.onboardings.releaseLease(id, 2);
		assertThat(this.onboardings.hearsAlarm(id, 2)).isTrue();
		assertThat(this.onboardings.holdLease(id, 2, NOW.plusSeconds(160))).isFalse();
		assertThat(this.onboardings.takeLease(id, NOW.plusSeconds(92), NOW.plusSeconds(152))).isEqualTo(3);
	}

	@Test
	void whoeverAsksForMoreMeanwhileKeepsTheJourneyOpen() {
		Onboarding begun = begin();
		long version = this.onboardings.version(begun.id());
		this.onboardings
			.save(begun.asked(Plan.standard(), Step.CHECK, true, authority(Ability.REGISTER, Ability.CONSENT)), NOW);
		assertThat(this.onboardings.finish(begun.id(), version, NOW)).isFalse();
		assertThat(this.onboardings.finish(begun.id(), version + 1, NOW)).isTrue();
		assertThat(this.onboardings.latest(this.tenant).orElseThrow().status()).isEqualTo(Onboarding.Status.DONE);
		assertThat(this.onboardings.takeLease(begun.id(), NOW, NOW.plusSeconds(60))).isNull();
	}

	@Test
	void everyStateOfAStepIsReadAsItWasSaved() {
		OnboardingId id = begin().id();
		Explanation why = new Explanation("microsoft-busy", "ServiceUnavailable", "ref");
		List<StepState> states = List.of(new StepState.NotStarted(), new StepState.Running(), new StepState.Done(),
				new StepState.WaitingForMicrosoft(NOW, NOW.plusSeconds(8), why),
				new StepState.WaitingForMicrosoft(NOW, NOW.plusSeconds(8), null),
				new StepState.WaitingForColleague(NOW, Ability.CONSENT),
				new StepState.WaitingForYou(NOW, StepState.Reason.CHOOSE, why,
						List.of(WayOut.LIFETIME_90, WayOut.LIFETIME_30)),
				new StepState.Failed(why, List.of(WayOut.TRY_AGAIN)), new StepState.NotChecked(why));
		for (StepState state : states) {
			StepRecord saved = new StepRecord(Step.SECRET, state, 3, NOW);
			this.onboardings.save(id, saved);
			assertThat(this.onboardings.steps(id)).containsEntry(Step.SECRET, saved).hasSize(Step.values().length);
		}
	}

	@Test
	void choicesAreKept() {
		OnboardingId id = begin().id();
		assertThat(this.onboardings.choices(id)).isEqualTo(Choices.NONE);
		Choices chosen = new Choices(true, false, true, true);
		this.onboardings.choose(id, chosen);
		assertThat(this.onboardings.choices(id)).isEqualTo(chosen);
	}

	@Test
	void whoOpensMailboxesIsAnotherThanWhoRegisters() {
		Onboarding begun = begin();
		Authority developer = authority(Ability.REGISTER);
		Authority exchange = authority(Ability.MAILBOXES);
		this.onboardings.save(begun.with(developer).with(exchange), NOW);
		Onboarding found = this.onboardings.latest(this.tenant).orElseThrow();
		assertThat(found.authority()).isEqualTo(developer);
		assertThat(found.exchange()).isEqualTo(exchange);
	}

	@Test
	void successIsToldOnceForAllJourneysOfAConnectionUntilItIsForgotten() {
		Onboarding first = begin();
		assertThat(this.onboardings.toldFirst(first, News.What.TROUBLE, NOW)).isTrue();
		assertThat(this.onboardings.toldFirst(first, News.What.WORKS, NOW)).isTrue();
		this.onboardings.save(first.cancelled(), NOW);
		Onboarding second = begin();
		assertThat(this.onboardings.toldFirst(second, News.What.WORKS, NOW)).isFalse();
		assertThat(this.onboardings.toldFirst(second, News.What.TROUBLE, NOW)).isTrue();
		assertThat(this.onboardings.toldFirst(second, News.What.TROUBLE, NOW)).isFalse();
		this.onboardings.forgetNews(second.id());
		assertThat(this.onboardings.toldFirst(second, News.What.TROUBLE, NOW)).isTrue();
		this.onboardings.forgetSuccess(this.connection);
		assertThat(this.onboardings.toldFirst(second, News.What.WORKS, NOW)).isTrue();
	}

	@Test
	void whatIsToBeSwitchedOnIsKeptOnceUntilItIsDone() {
		OnboardingId id = begin().id();
		MailboxAddress archive = new MailboxAddress("archive@contoso.example");
		this.onboardings.wish(id, archive, MailPermission.IMAP);
		this.onboardings.wish(id, archive, MailPermission.IMAP);
		this.onboardings.wish(id, archive, MailPermission.POP);
		assertThat(this.onboardings.wishes(id))
			.isEqualTo(Map.of(archive, Set.of(MailPermission.IMAP, MailPermission.POP)));
		this.onboardings.fulfilled(id, archive, Set.of(MailPermission.IMAP, MailPermission.POP));
		assertThat(this.onboardings.wishes(id)).isEmpty();
	}

	private Onboarding begin() {
		Onboarding begun = new Onboarding(new OnboardingId(UUID.randomUUID()), this.tenant, this.connection,
				Onboarding.Status.ACTIVE, Onboarding.Mode.PORTAL, Plan.standard(), null, false, null, null, this.person,
				"Adele Vance", NOW.plusSeconds(this.onboardings.latest(this.tenant).isPresent() ? 1 : 0));
		this.onboardings.add(begun);
		return begun;
	}

	private Authority authority(Ability... abilities) {
		return new Authority(new SignInId(UUID.randomUUID()), this.person, "Adele Vance", Set.of(abilities));
	}

}
