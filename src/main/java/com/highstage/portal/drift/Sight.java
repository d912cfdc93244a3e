package com.highstage.portal.drift;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

/**
 * A trouble as this module remembers it, also after it was mended.
 *
 * @param kind what it is
 * @param subject the mailbox's address; empty for what concerns the whole connection
 * @param source who saw it first, or Microsoft's own records once they show it
 * @param open whether it lasts
 * @param seenAt when it was seen last: as broken while it lasts, afterwards as mended
 * @param toldAt when mails about it were last queued; null if never
 */
record Sight(Kind kind, String subject, Source source, boolean open, Instant seenAt, @Nullable Instant toldAt) {

	/** A login may still succeed with a token from before something was taken away. */
	static final Duration TOKENS_LIVE = Duration.ofMinutes(90);

	/**
	 * Whether it is mended as far as some evidence goes. Highstage's word that it logs in
	 * counts against Microsoft's records once no older token can be behind it, and says
	 * nothing of a protocol, which it does not name.
	 * @param right what was seen to be right
	 * @return true if it is over
	 */
	boolean isOver(Evidence right) {
		boolean fromRecords = right.source() == Source.REPORT && this.source == Source.VISIT;
		Instant after = fromRecords ? this.seenAt.plus(TOKENS_LIVE) : this.seenAt;
		return this.open && right.at().isAfter(after) && !(fromRecords && this.kind == Kind.PROTOCOL_OFF);
	}

	/**
	 * Whether it is why logins at a mailbox, or at all, fail.
	 * @param failed where logins fail
	 * @return true if it is the reason
	 */
	boolean explains(String failed) {
		return this.kind != Kind.LOGIN_FAILED && (this.subject.isEmpty() || this.subject.equals(failed));
	}

	Source surer(Source other) {
		return (other == Source.VISIT) ? other : this.source;
	}

}
