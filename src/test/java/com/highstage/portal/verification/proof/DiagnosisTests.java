package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.ExchangeFacts.State;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.Remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DiagnosisTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private static final MailPermission SMTP = MailPermission.SMTP;

	private static final MailLogin OPENED = new MailLogin.Opened();

	private static final MailLogin NO = new MailLogin.Refused("NO AUTHENTICATE failed.");

	private static final MailLogin NOT_CONNECTED = new MailLogin.NotOpened(
			"BAD User is authenticated but not connected.");

	private static final MailLogin POP_ERR = new MailLogin.Refused("-ERR Authentication failure");

	private static final MailLogin SMTP_535 = new MailLogin.Refused("535 5.7.3");

	private static final MailLogin SMTP_DISABLED = new MailLogin.SwitchedOff("535 5.7.139");

	private static final MailLogin SILENCE = new MailLogin.NotAnswered(
			new Failure(Failure.Kind.UNKNOWN, 0, "MailServerTimeout", List.of(), null, "", "reference", null));

	private static final Instant RECENTLY = Patient.NOW.minus(Duration.ofMinutes(30));

	private static final Instant TOO_LONG_AGO = Patient.NOW.minus(Duration.ofHours(2));

	private final Patient patient = new Patient();

	@ParameterizedTest
	@EnumSource(MailPermission.class)
	void anOpenMailboxHasPassed(MailPermission protocol) {
		assertThat(this.patient.answers(protocol, OPENED).found(protocol))
			.isEqualTo(new CheckResult.Passed(Patient.NOW));
	}

	@ParameterizedTest
	@EnumSource(MailPermission.class)
	void whatOpensHasPassedWhateverTheRecordsSay(MailPermission protocol) {
		this.patient.exchange(State.MISSING, null, null).access(Access.CLOSED);
		assertThat(this.patient.answers(protocol, OPENED).found(protocol)).isInstanceOf(CheckResult.Passed.class);
	}

	@ParameterizedTest
	@EnumSource(MailPermission.class)
	void silenceProvesNothingWhateverTheRecordsSay(MailPermission protocol) {
		this.patient.exchange(State.MISSING, null, null).access(Access.CLOSED);
		CheckResult found = this.patient.answers(protocol, SILENCE).found(protocol);
		assertThat(found).isEqualTo(new CheckResult.NotChecked(Patient.NOW, Patient.NEXT,
				new Explanation(Cause.MAIL_SERVER_NOT_REACHABLE.key(), "MailServerTimeout", "reference")));
	}

	@Test
	void whatWasNotTriedHasNoResult() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.patient.found(IMAP));
	}

	@ParameterizedTest
	@EnumSource(MailPermission.class)
	void aWrongObjectIdIsMendedByRegisteringAgain(MailPermission protocol) {
		this.patient.exchange(State.WRONG_OBJECT_ID, Patient.REGISTRATION, null);
		this.patient.answers(IMAP, NO).answers(protocol, NO);
		this.patient.fails(protocol, Cause.WRONG_OBJECT_ID, Remedy.REGISTER_AGAIN);
	}

	@Test
	void aRegistrationOfAFormerEnterpriseApplicationIsAWrongObjectIdToo() {
		this.patient.exchange(State.REGISTERED, Patient.REGISTRATION, null).answers(IMAP, NO);
		this.patient.fails(IMAP, Cause.WRONG_OBJECT_ID, Remedy.REGISTER_AGAIN);
	}

	@ParameterizedTest
	@EnumSource(MailPermission.class)
	void aMissingRegistrationIsTold(MailPermission protocol) {
		this.patient.exchange(State.MISSING, null, null).answers(IMAP, NO).answers(protocol, NO);
		this.patient.fails(protocol, Cause.NOT_REGISTERED_IN_EXCHANGE, Remedy.REGISTER_AGAIN);
	}

	@Test
	void aFormerApplicationUnderOurNameIsTold() {
		this.patient.exchange(State.MISSING, null, new ClientId(UUID.randomUUID())).answers(IMAP, NO);
		this.patient.fails(IMAP, Cause.OTHER_APPLICATION_REGISTERED, Remedy.REGISTER_AGAIN);
	}

	@ParameterizedTest
	@EnumSource(MailPermission.class)
	void anUnknownAddressIsTold(MailPermission protocol) {
		this.patient.access(Access.MISSING).answers(IMAP, NO).answers(protocol, NO);
		this.patient.fails(protocol, Cause.MAILBOX_UNKNOWN, Remedy.TRY_AGAIN);
	}

	@Test
	void aMissingPermissionForTheMailboxIsTold() {
		this.patient.access(Access.CLOSED).answers(IMAP, NOT_CONNECTED).answers(POP, POP_ERR);
		this.patient.fails(IMAP, Cause.MAILBOX_NOT_OPENED, Remedy.OPEN_AGAIN);
		this.patient.fails(POP, Cause.MAILBOX_NOT_OPENED, Remedy.OPEN_AGAIN);
	}

	@Test
	void whyTheMailboxCouldNotBeOpenedCountsMoreThanThatItIsNotOpen() {
		this.patient.access(Access.FAILED)
			.noted(Cause.ROLE_NOT_ACTIVE)
			.ages(new Ages(Patient.LONG_AGO, Patient.LONG_AGO, null, null, null))
			.answers(IMAP, NOT_CONNECTED);
		CheckResult.Failed found = (CheckResult.Failed) this.patient.found(IMAP);
		assertThat(found.explanation().key()).isEqualTo(Cause.ROLE_NOT_ACTIVE.key());
		assertThat(found.remedies()).containsExactly(Remedy.OPEN_AGAIN, Remedy.TRY_AGAIN);
	}

	@Test
	void aFailedLookAtAnOpenMailboxIsNotTakenForAClosedOne() {
		this.patient.access(Access.FAILED).noted(Cause.MICROSOFT_BUSY).answers(IMAP, NOT_CONNECTED);
		this.patient.fails(IMAP, Cause.MAILBOX_NOT_OPENED, Remedy.OPEN_AGAIN, Remedy.TRY_AGAIN);
		this.patient.ages(new Ages(Patient.LONG_AGO, Patient.LONG_AGO, RECENTLY, null, null));
		this.patient.waits(IMAP, Cause.MAILBOX_NOT_OPENED, Patient.NOW);
	}

	@Test
	void imapThatIsOffIsTold() {
		this.patient.switches(new Switches(false, true, false)).answers(IMAP, NOT_CONNECTED).answers(POP, OPENED);
		this.patient.fails(IMAP, Cause.PROTOCOL_OFF, Remedy.SWITCH_ON);
		assertThat(this.patient.found(POP)).isInstanceOf(CheckResult.Passed.class);
	}

	@Test
	void popThatIsOffIsToldByImapThatOpens() {
		this.patient.switches(new Switches(true, false, false)).answers(IMAP, OPENED).answers(POP, POP_ERR);
		this.patient.fails(POP, Cause.PROTOCOL_OFF, Remedy.SWITCH_ON);
	}

	@Test
	void popThatIsOffIsToldByTheRecordsWhereImapWasNotAsked() {
		this.patient.switches(new Switches(true, false, false)).answers(POP, POP_ERR);
		this.patient.fails(POP, Cause.PROTOCOL_OFF, Remedy.SWITCH_ON);
	}

	@Test
	void bothProtocolsThatAreOffAreTold() {
		this.patient.switches(new Switches(false, false, false)).answers(IMAP, NOT_CONNECTED).answers(POP, POP_ERR);
		this.patient.fails(IMAP, Cause.PROTOCOL_OFF, Remedy.SWITCH_ON);
		this.patient.fails(POP, Cause.PROTOCOL_OFF, Remedy.SWITCH_ON);
	}

	@Test
	void popIsLeftToItsSwitchWhenImapOpensAndNobodyLooked() {
		this.patient.neverLookedUp(TOO_LONG_AGO).answers(IMAP, OPENED).answers(POP, POP_ERR);
		this.patient.fails(POP, Cause.PROTOCOL_OFF, Remedy.SWITCH_ON, Remedy.TRY_AGAIN);
	}

	@Test
	void imapThatLetsTheApplicationInOutweighsARecordOfAWrongRegistration() {
		this.patient.exchange(State.MISSING, null, null).access(Access.CLOSED);
		this.patient.answers(IMAP, NOT_CONNECTED).answers(POP, POP_ERR);
		this.patient.fails(IMAP, Cause.MAILBOX_NOT_OPENED, Remedy.OPEN_AGAIN);
		this.patient.fails(POP, Cause.MAILBOX_NOT_OPENED, Remedy.OPEN_AGAIN);
	}

	@Test
	void imapThatWasNotAnsweredTellsNothingAboutPop() {
		this.patient.exchange(State.WRONG_OBJECT_ID, Patient.REGISTRATION, null);
		this.patient.answers(IMAP, SILENCE).answers(POP, POP_ERR);
		this.patient.fails(POP, Cause.WRONG_OBJECT_ID, Remedy.REGISTER_AGAIN);
	}

	@Test
	void smtpThatIsOffIsToldByItsOwnWords() {
		this.patient.switches(new Switches(true, true, true)).answers(SMTP, SMTP_DISABLED);
		this.patient.fails(SMTP, Cause.SMTP_OFF, Remedy.SWITCH_ON, Remedy.TRY_AGAIN);
		this.patient.neverLookedUp(RECENTLY);
		this.patient.fails(SMTP, Cause.SMTP_OFF, Remedy.SWITCH_ON, Remedy.TRY_AGAIN);
	}

	@Test
	void smtpThatWasSwitchedOnAMomentAgoIsWaitedFor() {
		this.patient.answers(SMTP, SMTP_DISABLED)
			.ages(new Ages(Patient.LONG_AGO, Patient.LONG_AGO, Patient.LONG_AGO, RECENTLY, RECENTLY));
		this.patient.waits(SMTP, Cause.SMTP_OFF, RECENTLY);
	}

	@Test
	void aMissingRightToSendIsToldWhereImapOpens() {
		this.patient.access(Access.CLOSED).answers(IMAP, OPENED).answers(SMTP, SMTP_535);
		this.patient.fails(SMTP, Cause.MAY_NOT_SEND, Remedy.OPEN_AGAIN);
	}

	@Test
	void smtpThatRefusesWhileImapOpensIsAboutSendingEvenIfNobodyLooked() {
		this.patient.neverLookedUp(TOO_LONG_AGO).answers(IMAP, OPENED).answers(SMTP, SMTP_535);
		this.patient.fails(SMTP, Cause.MAY_NOT_SEND, Remedy.OPEN_AGAIN, Remedy.TRY_AGAIN);
	}

	@ParameterizedTest
	@EnumSource(MailPermission.class)
	void aTokenWithoutTheRoleNeedsConsentAndNoLogin(MailPermission protocol) {
		this.patient.roles();
		this.patient.fails(protocol, Cause.CONSENT_MISSING, Remedy.CONSENT, Remedy.TRY_AGAIN);
	}

	@Test
	void aRoleThatWasGrantedAMomentAgoIsWaitedFor() {
		this.patient.roles(IMAP).answers(IMAP, OPENED).ages(new Ages(RECENTLY, null, null, null, null));
		this.patient.waits(POP, Cause.CONSENT_MISSING, Patient.NOW);
	}

	@Test
	void whateverIsNewIsWaitedFor() {
		List<Ages> young = List.of(new Ages(RECENTLY, Patient.LONG_AGO, Patient.LONG_AGO, null, null),
				new Ages(Patient.LONG_AGO, RECENTLY, Patient.LONG_AGO, null, null),
				new Ages(Patient.LONG_AGO, Patient.LONG_AGO, RECENTLY, null, null),
				new Ages(Patient.LONG_AGO, Patient.LONG_AGO, Patient.LONG_AGO, RECENTLY, null));
		for (Ages ages : young) {
			Patient recent = new Patient().ages(ages).answers(IMAP, NO).answers(POP, POP_ERR);
			assertThat(recent.found(IMAP)).as(ages.toString()).isInstanceOf(CheckResult.Waiting.class);
			assertThat(recent.found(POP)).as(ages.toString()).isInstanceOf(CheckResult.Waiting.class);
		}
	}

	@Test
	void waitingSaysSinceWhenAndWhatTheServerAnswered() {
		Instant since = Patient.NOW.minus(Duration.ofMinutes(10));
		this.patient.ages(new Ages(null, RECENTLY, RECENTLY, null, since)).answers(IMAP, NOT_CONNECTED);
		assertThat(this.patient.found(IMAP)).isEqualTo(new CheckResult.Waiting(since, Patient.NEXT,
				new Explanation(Cause.MAILBOX_NOT_OPENED.key(), "BAD User is authenticated but not connected.", "")));
	}

	@Test
	void patienceEndsAfterItsTimeAlthoughEverythingLooksRight() {
		this.patient.ages(new Ages(null, TOO_LONG_AGO, TOO_LONG_AGO, null, RECENTLY));
		this.patient.answers(IMAP, NO);
		this.patient.fails(IMAP, Cause.LOGIN_REFUSED, Remedy.TRY_AGAIN);
		this.patient.answers(IMAP, NOT_CONNECTED);
		this.patient.fails(IMAP, Cause.MAILBOX_NOT_OPENED, Remedy.OPEN_AGAIN, Remedy.TRY_AGAIN);
		this.patient.ages(new Ages(null, TOO_LONG_AGO.plusMillis(1), TOO_LONG_AGO, null, RECENTLY));
		assertThat(this.patient.found(IMAP)).isInstanceOf(CheckResult.Waiting.class);
	}

	@Test
	void whatNobodyCouldLookUpIsWaitedForSinceTheFirstRefusal() {
		this.patient.neverLookedUp(null).answers(IMAP, NO).answers(POP, POP_ERR);
		this.patient.waits(IMAP, Cause.LOGIN_REFUSED, Patient.NOW);
		this.patient.waits(POP, Cause.LOGIN_REFUSED, Patient.NOW);
		this.patient.neverLookedUp(RECENTLY).answers(IMAP, NOT_CONNECTED);
		this.patient.waits(IMAP, Cause.MAILBOX_NOT_OPENED, RECENTLY);
		this.patient.neverLookedUp(TOO_LONG_AGO).answers(IMAP, NO);
		this.patient.fails(IMAP, Cause.LOGIN_REFUSED, Remedy.TRY_AGAIN);
		this.patient.fails(POP, Cause.LOGIN_REFUSED, Remedy.TRY_AGAIN);
	}

	@Test
	void aRegistrationThatWasSeenSaysNothingAboutAMailboxThatWasNot() {
		this.patient.access(Access.UNKNOWN).ages(new Ages(Patient.LONG_AGO, Patient.LONG_AGO, null, null, RECENTLY));
		this.patient.answers(IMAP, NOT_CONNECTED).waits(IMAP, Cause.MAILBOX_NOT_OPENED, RECENTLY);
	}

	@Test
	void whatTheRecordsShowToBeWrongIsNotWaitedForHoweverNewItIs() {
		Ages justNow = new Ages(Patient.NOW, Patient.NOW, Patient.NOW, Patient.NOW, Patient.NOW);
		this.patient.ages(justNow).exchange(State.MISSING, null, null).answers(IMAP, NO);
		this.patient.fails(IMAP, Cause.NOT_REGISTERED_IN_EXCHANGE, Remedy.REGISTER_AGAIN);
		Patient closed = new Patient().ages(justNow).access(Access.CLOSED).answers(IMAP, NOT_CONNECTED);
		assertThat(closed.found(IMAP)).isInstanceOf(CheckResult.Failed.class);
		Patient off = new Patient().ages(justNow)
			.switches(new Switches(false, true, null))
			.answers(IMAP, NOT_CONNECTED);
		assertThat(off.found(IMAP)).isInstanceOf(CheckResult.Failed.class);
	}

}
