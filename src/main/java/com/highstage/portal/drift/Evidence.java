package com.highstage.portal.drift;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

/**
 * What was seen at some time of one thing that may go wrong. What could not be seen is no
 * evidence at all.
 *
 * @param kind what it is
 * @param subject the mailbox's address; empty for what concerns the whole connection
 * @param source who saw it
 * @param at when
 * @param broken the words for what is wrong; null if it was seen to be right
 */
record Evidence(Kind kind, String subject, Source source, Instant at, @Nullable Explanation broken) {

	static Evidence right(Kind kind, String subject, Source source, Instant at) {
		return new Evidence(kind, subject, source, at, null);
	}

	boolean isBroken() {
		return this.broken != null;
	}

}
