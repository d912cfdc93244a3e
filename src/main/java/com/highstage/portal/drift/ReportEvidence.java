package com.highstage.portal.drift;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

/**
 * What a report of Highstage's says.
 *
 * @param subject the mailbox's address; empty if it is about the whole connection
 * @param loggedInAt when Highstage logged in last; null if it is not known
 * @param error what it says has failed since; null if nothing certain
 * @param reportedAt when it said so
 */
record ReportEvidence(String subject, @Nullable Instant loggedInAt, @Nullable ReportedError error, Instant reportedAt) {

	/**
	 * The same by a clock that is not ahead of ours, so that what is seen here afterwards
	 * is newer.
	 * @param now what our clock says
	 * @return what the report says of times up to now
	 */
	ReportEvidence by(Instant now) {
		return new ReportEvidence(this.subject, (this.loggedInAt != null) ? earlier(this.loggedInAt, now) : null,
				this.error, earlier(this.reportedAt, now));
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	List<Evidence> all() {
		Stream<Evidence> login = Stream.ofNullable(this.loggedInAt).flatMap(this::loggedIn);
		Stream<Evidence> failure = Optional.ofNullable(this.error)
			.stream()
			.map((said) -> new Evidence(said.kind(), said.whole() ? "" : this.subject, Source.REPORT, this.reportedAt,
					said.explanation()));
		return Stream.concat(login, failure).toList();
	}

	// who logs in to one mailbox has a token that works, and is known to Exchange
	private Stream<Evidence> loggedIn(Instant at) {
		return Arrays.stream(Kind.values())
			.flatMap((kind) -> Stream.of("", this.subject)
				.distinct()
				.map((about) -> Evidence.right(kind, about, Source.REPORT, at)));
	}

}
