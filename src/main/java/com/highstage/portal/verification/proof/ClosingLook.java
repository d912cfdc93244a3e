package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.MailboxAddress;

/**
 * Where the logins at a mailbox stand that is off the list.
 *
 * @param address the mailbox
 * @param settling when the last script that opens or closes it was handed out, or the
 * portal opened it; null while no script that closes it was
 * @param opened whether a login ever opened it
 * @param nextLook when it is due
 * @param tries how often it was tried
 * @param refused whether the last login was refused
 * @param sequence the credential with which it is tried
 */
record ClosingLook(MailboxAddress address, @Nullable Instant settling, boolean opened, Instant nextLook, int tries,
		boolean refused, long sequence) {

	boolean isDue(Instant now) {
		return !this.nextLook.isAfter(now);
	}

	/**
	 * Whether one more refusal shows that it is closed: not the first one, which may come
	 * from one server that is late. Where it never opened, a refusal may mean much else
	 * (access that is still spreading, a protocol that is off, an alias), so that the
	 * script which closes it must have been handed out, and have had its time to work.
	 * @param now the time
	 * @param patience how long Microsoft may be spreading something
	 * @return true if so
	 */
	boolean isShownByRefusal(Instant now, Duration patience) {
		return this.refused && (this.opened || (this.settling != null && !this.settling.plus(patience).isAfter(now)));
	}

	ClosingLook opened(Instant next) {
		return new ClosingLook(this.address, this.settling, true, next, this.tries + 1, false, this.sequence);
	}

	ClosingLook refused(Instant next) {
		return new ClosingLook(this.address, this.settling, this.opened, next, this.tries + 1, true, this.sequence);
	}

	ClosingLook notShown(Instant next) {
		return new ClosingLook(this.address, this.settling, this.opened, next, this.tries + 1, this.refused,
				this.sequence);
	}

}
