package com.highstage.portal.onboarding.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.onboarding.DonePage;
import com.highstage.portal.onboarding.Facts;
import com.highstage.portal.onboarding.Leaving;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.MailboxCheck;
import com.highstage.portal.verification.Remedy;
import com.highstage.portal.verification.Trouble;

/**
 * Journeys at every place where they can stand.
 */
final class Journeys {

	static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

	static final Person PERSON = new Person(new PersonId(new TenantId(id(1)), new ObjectId(id(2))), new SignInId(id(3)),
			"Adele Vance", "admin@contoso.example", "Contoso", Set.of(DirectoryRole.GLOBAL_ADMINISTRATOR), NOW);

	static final Onboarding ONBOARDING = new Onboarding(new OnboardingId(id(4)), PERSON.tenant(),
			new ConnectionId(id(5)), Onboarding.Status.ACTIVE, Onboarding.Mode.PORTAL, Plan.standard(), Step.REGISTER,
			false, null, null, PERSON.id(), PERSON.name(), NOW.minus(Duration.ofMinutes(4)));

	private static final Facts.ApplicationFacts APPLICATION = new Facts.ApplicationFacts("Highstage Mail",
			new ClientId(id(6)), new ObjectId(id(7)), new ObjectId(id(8)), true,
			List.of(new Facts.Difference(Facts.Difference.Kind.NAME, "IMAP <b>Service</b>", "Highstage Mail"),
					new Facts.Difference(Facts.Difference.Kind.OTHER_CREDENTIAL, "Secret 1", "")));

	private static final Facts FACTS = new Facts(APPLICATION,
			new Facts.SecretFacts(CredentialType.SECRET, id(9), "Highstage (hs-3f9a)", NOW.plus(Duration.ofDays(90)),
					true),
			EnumSet.of(MailPermission.IMAP, MailPermission.POP), EnumSet.of(MailPermission.IMAP), Set.of(),
			new Facts.MailboxFacts(3, 2, 6, 2));

	private Journeys() {
	}

	static Overview fresh() {
		return at(0, new StepState.NotStarted(), Set.of(Step.values()), new Overview.Next.Page(Step.ALLOW));
	}

	static Overview at(int done, StepState state) {
		return at(done, state, Set.of(Step.values()), new Overview.Next.Page(Step.values()[done]));
	}

	static Overview running(int done) {
		return at(done, new StepState.Running(), Set.of(Step.values()), new Overview.Next.Progress());
	}

	static Overview finished() {
		return at(7, new StepState.Done(), Set.of(Step.values()), new Overview.Next.DonePage());
	}

	static Overview lookedAtByUser(int done) {
		return at(done, new StepState.NotStarted(), Set.of(), new Overview.Next.Look());
	}

	static Overview at(int done, StepState state, Set<Step> canDo, Overview.Next next) {
		List<Overview.Report> reports = new ArrayList<>();
		for (Step step : Step.values()) {
			StepState its = (step.ordinal() < done) ? new StepState.Done()
					: (step.ordinal() == done) ? state : new StepState.NotStarted();
			reports.add(new Overview.Report(step, its, NOW.minus(Duration.ofSeconds(70L * step.ordinal()))));
		}
		Set<Step> colleague = EnumSet.allOf(Step.class);
		colleague.removeAll(canDo);
		return new Overview("Contoso", (done > 0) ? ONBOARDING : null, Plan.standard(), reports,
				(done > 1) ? FACTS : Facts.NONE, canDo, colleague, next, done > 6);
	}

	static List<StepState> troubles() {
		Explanation explanation = new Explanation("role-too-small", "Authorization_RequestDenied", id(10).toString());
		return List.of(new StepState.WaitingForMicrosoft(NOW.minus(Duration.ofMinutes(3)), NOW.plusSeconds(20), null),
				new StepState.WaitingForColleague(NOW.minus(Duration.ofHours(2)), Ability.CONSENT),
				new StepState.WaitingForYou(NOW.minusSeconds(50), StepState.Reason.SIGN_IN, null, List.of()),
				new StepState.WaitingForYou(NOW.minusSeconds(50), StepState.Reason.MICROSOFT_PAGE, explanation,
						List.of(WayOut.MICROSOFT_PAGE)),
				new StepState.WaitingForYou(NOW.minusSeconds(50), StepState.Reason.CHOOSE, explanation,
						List.of(WayOut.LIFETIME_90, WayOut.CERTIFICATE)),
				new StepState.WaitingForYou(NOW.minusSeconds(50), StepState.Reason.BY_HAND, null, List.of()),
				new StepState.WaitingForYou(NOW.minusSeconds(50), StepState.Reason.NAME_MAILBOXES, null, List.of()),
				new StepState.WaitingForYou(NOW.minusSeconds(50), StepState.Reason.SCRIPT, null, List.of()),
				new StepState.Failed(explanation, List.of(WayOut.TRY_AGAIN)),
				new StepState.Failed(explanation, List.of()), new StepState.NotChecked(explanation), spreading());
	}

	static StepState spreading() {
		return new StepState.WaitingForMicrosoft(NOW.minus(Duration.ofMinutes(3)), NOW.plusSeconds(20),
				new Explanation("still-spreading", "", ""));
	}

	static DonePage donePage(Overview overview) {
		return new DonePage(overview, PERSON.tenant(), new ClientId(id(6)), new ObjectId(id(8)),
				EnumSet.of(MailPermission.IMAP, MailPermission.POP), mailboxes(), leaving());
	}

	static Leaving leaving() {
		return new Leaving(List.of(new MailboxAddress("former@contoso.example")), true, false);
	}

	static MailboxList mailboxes() {
		Explanation off = new Explanation("protocol-off", "", "");
		return new MailboxList(List.of(
				entry("archive", Access.OPEN, null,
						new CheckResult.Failed(NOW, off, List.of(Remedy.SWITCH_ON, Remedy.TRY_AGAIN)),
						new CheckResult.Passed(NOW)),
				entry("gone", Access.MISSING, new Explanation("mailbox-unknown", "", ""),
						new CheckResult.NotChecked(null, null, new Explanation("mailbox-unknown", "", "")),
						new CheckResult.NotChecked(null, null, new Explanation("mailbox-unknown", "", ""))),
				entry("support", Access.OPEN, null, new CheckResult.Waiting(NOW, NOW.plusSeconds(30), null),
						new CheckResult.Passed(NOW))));
	}

	private static MailboxList.Entry entry(String name, Access access, @Nullable Explanation explanation,
			CheckResult imap, CheckResult pop) {
		MailboxAddress address = new MailboxAddress(name + "@contoso.example");
		ConnectionId connection = new ConnectionId(id(5));
		return new MailboxList.Entry(
				new ChosenMailbox(connection, address, null, new PlainName("The " + name), "SharedMailbox", true,
						access, NOW, true, new Mailboxes.Switches(true, true, null), false, explanation, NOW),
				List.of(new MailboxCheck(connection, address, MailPermission.IMAP, imap, null, 1),
						new MailboxCheck(connection, address, MailPermission.POP, pop, NOW, 0)));
	}

	private static UUID id(int number) {
		return new UUID(0x1234_5678_4abcL << 16 | 0x4000L, 0x8000_0000_0000_0000L + number * 0x1111_1111L);
	}

	static Trouble trouble(Trouble.Kind kind, String subject) {
		Cause cause = switch (kind) {
			case SECRET_ENDED -> Cause.SECRET_EXPIRED;
			case SECRET_REMOVED -> Cause.SECRET_REMOVED;
			case CONSENT_WITHDRAWN -> Cause.CONSENT_WITHDRAWN;
			case APPLICATION_GONE -> Cause.APPLICATION_DELETED;
			case APPLICATION_DISABLED -> Cause.APPLICATION_DISABLED;
			case REGISTRATION_GONE -> Cause.REGISTRATION_REMOVED;
			case ACCESS_GONE -> Cause.ACCESS_TAKEN;
			case PROTOCOL_OFF -> Cause.PROTOCOL_OFF;
			case MAILBOX_RENAMED -> Cause.MAILBOX_RENAMED;
			case MAILBOX_GONE -> Cause.MAILBOX_DELETED;
			case LOGIN_FAILED -> Cause.LOGIN_REFUSED;
		};
		return new Trouble(ONBOARDING.connection(), kind, subject, Trouble.Source.VISIT,
				new Explanation(cause.key(), "IMAP POP", ""), NOW.minusSeconds(90));
	}

}
