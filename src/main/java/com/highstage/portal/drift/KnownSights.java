package com.highstage.portal.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

/**
 * What is known of a connection while new evidence is weighed.
 *
 * @param all every sight, also those that are over
 * @param quiet how long Highstage's word alone brings no second mail
 */
record KnownSights(List<Sight> all, Duration quiet) {

	KnownSights {
		all = List.copyOf(all);
	}

	@Nullable Sight find(Evidence evidence) {
		return this.all.stream()
			.filter((sight) -> sight.kind() == evidence.kind() && sight.subject().equals(evidence.subject()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Whether it is known already why this login fails.
	 * @param evidence what was seen
	 * @return false if it is something else
	 */
	boolean explains(Evidence evidence) {
		return evidence.kind() == Kind.LOGIN_FAILED
				&& this.all.stream().anyMatch((sight) -> sight.open() && sight.explains(evidence.subject()));
	}

	/**
	 * The failed logins of which it is known by now why they fail.
	 * @return those that last
	 */
	List<Sight> explainedFailures() {
		return this.all.stream()
			.filter((failure) -> failure.open() && failure.kind() == Kind.LOGIN_FAILED)
			.filter((failure) -> this.all.stream()
				.anyMatch((sight) -> sight.open() && sight.explains(failure.subject())))
			.toList();
	}

	/**
	 * Whether somebody has to be told. Highstage's word alone brings no second mail about
	 * what comes and goes, and whoever was told that a login fails is not told why as
	 * well: it was found out while somebody looked.
	 * @param evidence what broke
	 * @param now the time
	 * @return true if so
	 */
	boolean isNews(Evidence evidence, Instant now) {
		Sight before = find(evidence);
		Instant told = (before != null) ? before.toldAt() : null;
		boolean comesAndGoes = told != null && evidence.source() == Source.REPORT && told.plus(this.quiet).isAfter(now);
		Sight reason = new Sight(evidence.kind(), evidence.subject(), evidence.source(), true, evidence.at(), null);
		boolean failureTold = this.all.stream()
			.anyMatch((sight) -> sight.open() && sight.kind() == Kind.LOGIN_FAILED && sight.toldAt() != null
					&& reason.explains(sight.subject()));
		return !comesAndGoes && !failureTold;
	}

}
