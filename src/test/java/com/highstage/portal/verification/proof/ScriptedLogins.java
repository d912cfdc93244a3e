package com.highstage.portal.verification.proof;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.microsoft.mail.MailLogins;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Mail servers that answer as they are told, and remember who asked.
 */
final class ScriptedLogins implements MailLogins {

	static final MailLogin OPENED = new MailLogin.Opened();

	static final MailLogin REFUSED = new MailLogin.Refused("NO AUTHENTICATE failed.");

	static final MailLogin SILENCE = new MailLogin.NotAnswered(
			new Failure(Failure.Kind.UNKNOWN, 0, "MailServerTimeout", List.of(), null, "", "reference", null));

	private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

	private volatile BiFunction<MailPermission, MailboxAddress, MailLogin> answers;

	ScriptedLogins(MailLogin always) {
		this.answers = (protocol, mailbox) -> always;
	}

	void answer(MailLogin always) {
		answer((protocol, mailbox) -> always);
	}

	void answer(BiFunction<MailPermission, MailboxAddress, MailLogin> changed) {
		this.answers = changed;
	}

	/**
	 * The logins since this was asked last.
	 * @return protocol and mailbox, sorted
	 */
	List<String> asked() {
		List<String> all = this.asked.stream().sorted().toList();
		this.asked.clear();
		return all;
	}

	@Override
	public MailLogin attempt(MailPermission protocol, MailboxAddress mailbox, AppToken token) {
		this.asked.add(protocol + " " + mailbox);
		return this.answers.apply(protocol, mailbox);
	}

}
