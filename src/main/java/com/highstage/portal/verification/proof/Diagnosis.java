package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.Remedy;

/**
 * Tells apart why a login did not open a mailbox. IMAP says whether the application was
 * let in; POP and SMTP say the same whatever the reason, so IMAP's answer counts for them
 * too. What Microsoft's records show to be wrong has failed; what they show to be right,
 * or do not show, is waited for as long as it may be spreading, and failed afterwards.
 *
 * @param symptoms what is known
 * @param patience how long Microsoft may be spreading something
 * @param nextLook when the portal tries again
 */
record Diagnosis(Symptoms symptoms, Duration patience, Instant nextLook) {

	/**
	 * What was found over one protocol.
	 * @param protocol a protocol that was tried, or whose role the token lacks
	 * @return the result
	 */
	CheckResult of(MailPermission protocol) {
		if (!this.symptoms.hasRole(protocol)) {
			return roleMissing(protocol);
		}
		return switch (this.symptoms.login(protocol)) {
			case null -> throw new IllegalArgumentException(protocol + " was not tried");
			case MailLogin.Opened() -> new CheckResult.Passed(now());
			case MailLogin.NotAnswered(var failure) ->
				new CheckResult.NotChecked(now(), this.nextLook, Explanations.of(failure));
			case MailLogin.SwitchedOff(String reply) -> switchedOff(protocol, reply);
			case MailLogin.NotOpened(String reply) -> closed(protocol, reply);
			case MailLogin.Refused(String reply) -> refused(protocol, reply);
		};
	}

	private CheckResult roleMissing(MailPermission protocol) {
		Explanation explanation = because(Cause.CONSENT_MISSING, protocol.role());
		Instant consented = this.symptoms.ages().consented();
		return (consented != null && isYoung(consented)) ? waiting(explanation)
				: failed(explanation, Remedy.CONSENT, Remedy.TRY_AGAIN);
	}

	private CheckResult switchedOff(MailPermission protocol, String reply) {
		Explanation explanation = because(Cause.SMTP_OFF, reply);
		return this.symptoms.isOn(protocol) ? spreadingOr(explanation, Remedy.SWITCH_ON, Remedy.TRY_AGAIN)
				: failed(explanation, Remedy.SWITCH_ON, Remedy.TRY_AGAIN);
	}

	private CheckResult refused(MailPermission protocol, String reply) {
		if (protocol != MailPermission.IMAP && this.symptoms.letInByImap()) {
			return refusedThoughLetIn(protocol, reply);
		}
		return registration(reply).or(() -> address(reply))
			.or(() -> recorded(protocol, reply))
			.orElseGet(() -> spreadingOr(because(Cause.LOGIN_REFUSED, reply), Remedy.TRY_AGAIN));
	}

	private CheckResult refusedThoughLetIn(MailPermission protocol, String reply) {
		if (protocol == MailPermission.SMTP) {
			return recorded(protocol, reply)
				.orElseGet(() -> spreadingOr(because(Cause.MAY_NOT_SEND, reply), Remedy.OPEN_AGAIN, Remedy.TRY_AGAIN));
		}
		return this.symptoms.openedByImap()
				? off(protocol, reply).orElseGet(
						() -> spreadingOr(because(Cause.PROTOCOL_OFF, reply), Remedy.SWITCH_ON, Remedy.TRY_AGAIN))
				: closed(protocol, reply);
	}

	private CheckResult closed(MailPermission protocol, String reply) {
		return recorded(protocol, reply).orElseGet(
				() -> spreadingOr(because(Cause.MAILBOX_NOT_OPENED, reply), Remedy.OPEN_AGAIN, Remedy.TRY_AGAIN));
	}

	/**
	 * What Exchange says about the application.
	 * @param reply the server's words
	 * @return empty if it says that all is right, or was not asked
	 */
	private Optional<CheckResult> registration(String reply) {
		return switch (this.symptoms.exchange().state()) {
			case WRONG_OBJECT_ID -> Optional.of(failed(because(Cause.WRONG_OBJECT_ID, reply), Remedy.REGISTER_AGAIN));
			case MISSING -> Optional
				.of(failed(because((this.symptoms.exchange().other() != null) ? Cause.OTHER_APPLICATION_REGISTERED
						: Cause.NOT_REGISTERED_IN_EXCHANGE, reply), Remedy.REGISTER_AGAIN));
			case REGISTERED ->
				this.symptoms.token().servicePrincipal().equals(this.symptoms.exchange().found()) ? Optional.empty()
						: Optional.of(failed(because(Cause.WRONG_OBJECT_ID, reply), Remedy.REGISTER_AGAIN));
			case UNKNOWN -> Optional.empty();
		};
	}

	private Optional<CheckResult> address(String reply) {
		return (this.symptoms.mailbox().access() == Access.MISSING)
				? Optional.of(failed(because(Cause.MAILBOX_UNKNOWN, reply), Remedy.TRY_AGAIN)) : Optional.empty();
	}

	/**
	 * What Exchange says about the mailbox.
	 * @param protocol over which protocol
	 * @param reply the server's words
	 * @return empty if it says that all is right, or was not asked
	 */
	private Optional<CheckResult> recorded(MailPermission protocol, String reply) {
		Explanation attempt = this.symptoms.mailbox().explanation();
		Cause closed = (protocol == MailPermission.SMTP) ? Cause.MAY_NOT_SEND : Cause.MAILBOX_NOT_OPENED;
		return switch (this.symptoms.mailbox().access()) {
			case CLOSED -> Optional.of(failed(because(closed, reply), Remedy.OPEN_AGAIN));
			case FAILED -> this.symptoms.isOpen() ? off(protocol, reply) : Optional
				.of(failed((attempt != null) ? attempt : because(closed, reply), Remedy.OPEN_AGAIN, Remedy.TRY_AGAIN));
			case OPEN, UNKNOWN, MISSING -> off(protocol, reply);
		};
	}

	private Optional<CheckResult> off(MailPermission protocol, String reply) {
		Cause cause = (protocol == MailPermission.SMTP) ? Cause.SMTP_OFF : Cause.PROTOCOL_OFF;
		return this.symptoms.isOff(protocol) ? Optional.of(failed(because(cause, reply), Remedy.SWITCH_ON))
				: Optional.empty();
	}

	private CheckResult spreadingOr(Explanation explanation, Remedy... remedies) {
		return isYoung(this.symptoms.ages().newest(this.symptoms.isRecorded(), now())) ? waiting(explanation)
				: failed(explanation, remedies);
	}

	private boolean isYoung(Instant instant) {
		return instant.plus(this.patience).isAfter(now());
	}

	private CheckResult waiting(Explanation explanation) {
		Instant since = this.symptoms.ages().refusedSince();
		return new CheckResult.Waiting((since != null) ? since : now(), this.nextLook, explanation);
	}

	private CheckResult failed(Explanation explanation, Remedy... remedies) {
		return new CheckResult.Failed(now(), explanation, List.of(remedies));
	}

	private Instant now() {
		return this.symptoms.now();
	}

	private static Explanation because(Cause cause, String reply) {
		return new Explanation(cause.key(), reply, "");
	}

}
