package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Ability;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.InvitationLink;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Standings.Standing;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

class JudgementTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final TenantId TENANT = new TenantId(UUID.randomUUID());

	private static final ConnectionId CONNECTION = new ConnectionId(UUID.randomUUID());

	private final List<InvitationLink> links = new ArrayList<>();

	private final List<Report> steps = new ArrayList<>(
			Arrays.stream(Step.values()).map((step) -> new Report(step, new StepState.NotStarted(), null)).toList());

	private Delivery.@Nullable State mail;

	private @Nullable Connection connection;

	private @Nullable Onboarding onboarding;

	private @Nullable Instant secretEnds;

	private @Nullable Instant cancelledAt;

	private @Nullable Instant waitsUntil;

	private boolean invited = true;

	private boolean ended;

	@Test
	void theMailSaysWhetherTheInvitationIsOnItsWay() {
		link(-1, 14, null, null, null);
		assertThat(stand()).as("a link to be copied").isEqualTo(CustomerState.INVITED);
		this.mail = Delivery.State.QUEUED;
		assertThat(stand()).isEqualTo(CustomerState.INVITED);
		this.mail = Delivery.State.SENT;
		assertThat(stand()).isEqualTo(CustomerState.SENT);
		this.mail = Delivery.State.REFUSED;
		assertThat(stand()).isEqualTo(CustomerState.NOT_DELIVERED);
		this.mail = Delivery.State.GIVEN_UP;
		assertThat(stand()).isEqualTo(CustomerState.NOT_DELIVERED);
	}

	@Test
	void aLinkMadeAfterTheMailWasRefusedIsToBeCopied() {
		link(-3, 14, null, null, day(0));
		link(0, 14, null, null, null);
		this.mail = Delivery.State.REFUSED;
		assertThat(judgement().stand()).isEqualTo(Stand.of(CustomerState.INVITED, day(0)));
	}

	@Test
	void whoOpenedTheLinkHasTheMail() {
		link(-1, 14, day(0), null, null);
		this.mail = Delivery.State.REFUSED;
		assertThat(judgement().stand()).isEqualTo(Stand.of(CustomerState.OPENED, day(0)));
	}

	@Test
	void whoSignedInIsNotForgottenWhenTheLinkEnds() {
		link(-20, -6, day(-19), day(-18), null);
		assertThat(judgement().stand()).isEqualTo(Stand.of(CustomerState.SIGNED_IN, day(-18)));
	}

	@Test
	void theLastLinkDecidesWhenTheInvitationHasExpired() {
		link(-20, -6, null, null, null);
		link(-10, -2, day(-9), null, null);
		assertThat(judgement().stand()).isEqualTo(Stand.of(CustomerState.EXPIRED, day(-2)));
		link(-1, 3, null, null, null);
		this.mail = Delivery.State.SENT;
		assertThat(stand()).isEqualTo(CustomerState.SENT);
	}

	@Test
	void linksTakenBackEndWhatCameOfThem() {
		link(-5, 10, day(-4), day(-3), day(-1));
		assertThat(judgement().stand()).isEqualTo(Stand.of(CustomerState.REVOKED, day(-1)));
	}

	@Test
	void aLinkReplacedLongAgoDoesNotHideThatItsSuccessorExpired() {
		link(-20, 10, null, null, day(-15));
		link(-15, -1, null, null, null);
		assertThat(judgement().stand()).isEqualTo(Stand.of(CustomerState.EXPIRED, day(-1)));
	}

	@Test
	void whoCameByThemselvesHasSignedIn() {
		this.invited = false;
		assertThat(stand()).isEqualTo(CustomerState.SIGNED_IN);
	}

	@Test
	void aColleagueIsWaitedForBeforeAnythingBegan() {
		this.invited = false;
		step(Step.ALLOW, new StepState.WaitingForColleague(day(-2), Ability.ALLOW));
		assertThat(judgement().stand())
			.isEqualTo(new Stand(CustomerState.WAITS_COLLEAGUE, Step.ALLOW, Ability.ALLOW, null, day(-2)));
	}

	@Test
	void aJourneyIsUnderWayAtItsFirstOpenStep() {
		begin();
		step(Step.ALLOW, new StepState.Done());
		step(Step.REGISTER, new StepState.Done());
		assertThat(judgement().stand()).isEqualTo(new Stand(CustomerState.UNDER_WAY, Step.SECRET, null, null, null));
	}

	@Test
	void whatFailedComesBeforeEverythingElse() {
		begin();
		step(Step.CONSENT, new StepState.Running());
		step(Step.MAILBOXES, new StepState.WaitingForColleague(day(-1), Ability.MAILBOXES));
		step(Step.CHECK, failed());
		assertThat(judgement().stand()).isEqualTo(new Stand(CustomerState.STUCK, Step.CHECK, null, null, null));
	}

	@Test
	void whileThePortalIsAtItNobodyIsWaitedFor() {
		begin();
		step(Step.CONSENT, new StepState.WaitingForColleague(day(-1), Ability.CONSENT));
		step(Step.MAILBOXES, new StepState.Running());
		assertThat(judgement().stand().state()).isEqualTo(CustomerState.UNDER_WAY);
	}

	@Test
	void peopleAreWaitedForBeforeMicrosoftAndTheFirstOfThemFirst() {
		begin();
		step(Step.CONSENT, new StepState.WaitingForMicrosoft(day(-3), day(0), null));
		assertThat(judgement().stand())
			.isEqualTo(new Stand(CustomerState.WAITS_MICROSOFT, Step.CONSENT, null, null, day(-3)));
		step(Step.CHECK, new StepState.WaitingForYou(day(-1), StepState.Reason.SCRIPT, null, List.of()));
		assertThat(judgement().stand())
			.isEqualTo(new Stand(CustomerState.WAITS_PERSON, Step.CHECK, null, StepState.Reason.SCRIPT, day(-1)));
		step(Step.MAILBOXES, new StepState.WaitingForColleague(day(-2), Ability.MAILBOXES));
		assertThat(judgement().stand())
			.isEqualTo(new Stand(CustomerState.WAITS_COLLEAGUE, Step.MAILBOXES, Ability.MAILBOXES, null, day(-2)));
	}

	@Test
	void byHandNobodyIsWaitedForToAllowThePortal() {
		begin(Onboarding.Status.ACTIVE, Onboarding.Mode.BY_HAND);
		step(Step.ALLOW, new StepState.WaitingForColleague(day(-2), Ability.ALLOW));
		assertThat(judgement().stand().step()).isEqualTo(Step.REGISTER);
	}

	@Test
	void aJourneyTheCustomerGaveUpIsGivenUp() {
		begin(Onboarding.Status.CANCELLED, Onboarding.Mode.PORTAL);
		assertThat(stand()).isEqualTo(CustomerState.CANCELLED);
	}

	@Test
	void whatWorksWorksThoughMicrosoftStillSpreadsSomething() {
		finish();
		step(Step.CHECK, new StepState.WaitingForMicrosoft(day(-1), day(0), null));
		assertThat(stand()).isEqualTo(CustomerState.WORKS);
		assertThat(judgement().due()).isEqualTo(this.secretEnds);
	}

	@Test
	void whatWorkedAndNeedsSomebodyNeedsAttention() {
		finish();
		step(Step.CHECK, failed());
		assertThat(judgement().stand()).isEqualTo(new Stand(CustomerState.ATTENTION, Step.CHECK, null, null, null));
	}

	@Test
	void aSecretThatHasEndedNeedsAttentionSinceThen() {
		finish();
		this.secretEnds = day(-1);
		assertThat(judgement().stand()).isEqualTo(new Stand(CustomerState.ATTENTION, Step.SECRET, null, null, day(-1)));
		assertThat(judgement().due()).isNull();
	}

	@Test
	void givingUpDoesNotHideAConnectionThatWorks() {
		begin();
		this.cancelledAt = day(-1);
		assertThat(judgement().stand()).isEqualTo(Stand.of(CustomerState.CANCELLED, day(-1)));
		finish();
		assertThat(stand()).isEqualTo(CustomerState.WORKS);
	}

	@Test
	void aConnectionThatEndedIsEnded() {
		finish();
		this.ended = true;
		this.onboarding = null;
		assertThat(stand()).isEqualTo(CustomerState.ENDED);
	}

	@Test
	void theNextEndOfALinkIsWhenToLookAgain() {
		link(-1, 14, null, null, null);
		link(-1, 7, null, null, null);
		link(-9, -1, null, null, null);
		assertThat(judgement().due()).isEqualTo(day(7));
		this.waitsUntil = day(3);
		assertThat(judgement().due()).as("a colleague's link").isEqualTo(day(3));
	}

	private CustomerState stand() {
		return judgement().stand().state();
	}

	private Judgement judgement() {
		Customer.@Nullable Invited how = this.invited
				? new Customer.Invited(TestCustomers.invitation("K-17", null), "Olga", day(-30), this.links) : null;
		Customer customer = new Customer(new CustomerId(UUID.randomUUID()), new PlainName("Fabrikam"), "K-17", TENANT,
				true, how, day(-30), this.cancelledAt);
		Delivery delivery = (this.mail != null) ? new Delivery(UUID.randomUUID(),
				new MailAddress("it@fabrikam.example"), "customer/1", this.mail, day(-1), day(-1), 1, null, "") : null;
		return new Judgement(new Facts(customer, delivery, this.connection, this.ended,
				new Standing(this.onboarding, this.steps, this.waitsUntil), null, this.secretEnds, List.of(), NOW));
	}

	private void link(int created, int ends, @Nullable Instant opened, @Nullable Instant signedIn,
			@Nullable Instant revoked) {
		this.links.addFirst(new InvitationLink(UUID.randomUUID(), day(created), day(ends), opened, signedIn, revoked));
	}

	private void step(Step step, StepState state) {
		this.steps.set(step.ordinal(), new Report(step, state, day(0)));
	}

	private void begin() {
		begin(Onboarding.Status.ACTIVE, Onboarding.Mode.PORTAL);
	}

	private void begin(Onboarding.Status status, Onboarding.Mode mode) {
		connect(null);
		this.onboarding = new Onboarding(new OnboardingId(UUID.randomUUID()), TENANT, CONNECTION, status, mode,
				Plan.standard(), Step.CHECK, false, null, null, new PersonId(TENANT, new ObjectId(UUID.randomUUID())),
				"Anna", day(-3));
	}

	private void finish() {
		begin(Onboarding.Status.DONE, Onboarding.Mode.PORTAL);
		connect(day(-2));
		this.secretEnds = day(100);
		Arrays.stream(Step.values()).forEach((step) -> step(step, new StepState.Done()));
	}

	private void connect(@Nullable Instant finishedAt) {
		this.connection = new Connection(CONNECTION, TENANT, new PlainName("Fabrikam"), Cloud.GLOBAL, 1,
				Connection.OurApplication.UNKNOWN, finishedAt, true,
				(finishedAt != null) ? new Connection.PassedCheck(1, finishedAt, Set.of()) : null);
	}

	private static StepState failed() {
		return new StepState.Failed(Explanations.of(Cause.REFUSED), List.of());
	}

	private static Instant day(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

}
