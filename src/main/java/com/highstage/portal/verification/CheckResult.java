package com.highstage.portal.verification;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Explanation;

/**
 * What a real login at one mailbox over one protocol has shown. A check that could not be
 * made never counts as passed.
 */
public sealed interface CheckResult {

	/**
	 * The name in message keys and style classes.
	 * @return for example {@code waiting}
	 */
	default String key() {
		return switch (this) {
			case Passed ignored -> "passed";
			case Failed ignored -> "failed";
			case Waiting ignored -> "waiting";
			case NotChecked ignored -> "not-checked";
		};
	}

	/**
	 * The words for it.
	 * @return a message key
	 */
	default String messageKey() {
		return "check." + key();
	}

	/**
	 * The mailbox opened.
	 *
	 * @param at when
	 */
	record Passed(Instant at) implements CheckResult {

	}

	/**
	 * It did not, and waiting does not help.
	 *
	 * @param at when
	 * @param explanation what stands in the way
	 * @param remedies what the portal can do about it, the best first; empty if nothing
	 */
	record Failed(Instant at, Explanation explanation, List<Remedy> remedies) implements CheckResult {
		public Failed {
			remedies = List.copyOf(remedies);
		}
	}

	/**
	 * Everything is right as far as is known, and so recent that Microsoft may still be
	 * spreading it.
	 *
	 * @param since when the waiting began
	 * @param nextLook when the portal tries again by itself
	 * @param explanation what the server answered meanwhile
	 */
	record Waiting(Instant since, Instant nextLook, @Nullable Explanation explanation) implements CheckResult {

	}

	/**
	 * Nothing was proven: not tried yet, no connection, an outage.
	 *
	 * @param at when it was tried; null if it was not
	 * @param nextLook when the portal tries again by itself; null if it does not
	 * @param explanation why
	 */
	record NotChecked(@Nullable Instant at, @Nullable Instant nextLook,
			Explanation explanation) implements CheckResult {

	}

}
