package com.highstage.portal.onboarding.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Mends;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.verification.Remedy;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Trouble.Kind;

/**
 * One thing that is wrong with a finished connection, at one or more mailboxes, with its
 * remedy.
 *
 * @param troubles the same thing at each mailbox; one only if it is about the whole
 * connection
 * @param since when it was noticed first
 */
public record TroubleView(List<Trouble> troubles, @Nullable Moment since) {

	private static final Set<Kind> LINKED = Set.of(Kind.SECRET_ENDED, Kind.SECRET_REMOVED, Kind.CONSENT_WITHDRAWN,
			Kind.APPLICATION_GONE, Kind.MAILBOX_GONE);

	public TroubleView {
		troubles = List.copyOf(troubles);
	}

	public Kind kind() {
		return this.troubles.getFirst().kind();
	}

	public Explanation explanation() {
		return this.troubles.getFirst().explanation();
	}

	/**
	 * The page that mends it, where that is not done with one press.
	 * @return its path; null if there is none, or a button does it
	 */
	public @Nullable String path() {
		return LINKED.contains(kind()) ? Mends.path(kind()) : null;
	}

	/**
	 * Whether it is mended in Microsoft's admin center alone.
	 * @return true if so
	 */
	public boolean isElsewhere() {
		return kind() == Kind.APPLICATION_DISABLED;
	}

	/**
	 * Whether it concerns mailboxes, each of which is named.
	 * @return false for what concerns the whole connection
	 */
	public boolean isOfMailboxes() {
		return !this.troubles.getFirst().subject().isEmpty();
	}

	/**
	 * What one press does at a mailbox.
	 * @return null if that is not how it is mended
	 */
	public @Nullable Remedy remedy() {
		return switch (kind()) {
			case ACCESS_GONE, MAILBOX_RENAMED -> Remedy.OPEN_AGAIN;
			case PROTOCOL_OFF -> Remedy.SWITCH_ON;
			case LOGIN_FAILED -> isOfMailboxes() ? Remedy.OPEN_AGAIN : null;
			default -> null;
		};
	}

	/**
	 * The protocols that a button is offered for at a mailbox.
	 * @param trouble the trouble there
	 * @return those that are off; the first one where it does not matter
	 */
	public List<MailPermission> protocols(Trouble trouble) {
		if (trouble.explanation().key().equals(Cause.SMTP_OFF.key())) {
			return List.of(MailPermission.SMTP);
		}
		List<MailPermission> named = Arrays.stream(MailPermission.values())
			.filter((protocol) -> List.of(trouble.explanation().code().split(" ")).contains(protocol.name()))
			.toList();
		return (kind() == Kind.PROTOCOL_OFF && !named.isEmpty()) ? named : List.of(MailPermission.IMAP);
	}

	/**
	 * What somebody else's server or directory said, where it says more than the words.
	 * @return empty if there is nothing to show
	 */
	public String code() {
		return (kind() == Kind.MAILBOX_RENAMED || kind() == Kind.PROTOCOL_OFF) ? "" : explanation().code();
	}

	/**
	 * The step that somebody has to be able to do who mends it.
	 * @return the step
	 */
	public Step step() {
		return Mends.step(kind());
	}

	/**
	 * Whether a step's work is no longer there. A login that fails says nothing of what
	 * it was that somebody undid.
	 * @param step the step
	 * @return true if so
	 */
	boolean undoes(Step step) {
		return kind() != Kind.LOGIN_FAILED && step() == step;
	}

}
