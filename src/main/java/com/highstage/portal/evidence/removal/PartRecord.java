package com.highstage.portal.evidence.removal;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Explanation;

/**
 * A part of a removal and where it stands.
 *
 * @param part the part
 * @param state where it stands
 * @param since since when it waits; null if it does not
 * @param nextLook when the portal goes on by itself; null if it does not
 * @param explanation why it is not done; null if there is nothing to say
 * @param tries how often in a row it was tried without success
 * @param lookedUpAt when Microsoft was last asked; null if it was not
 */
public record PartRecord(Part part, PartState state, @Nullable Instant since, @Nullable Instant nextLook,
		@Nullable Explanation explanation, int tries, @Nullable Instant lookedUpAt) {

	static PartRecord untouched(Part part) {
		return new PartRecord(part, PartState.NOT_STARTED, null, null, null, 0, null);
	}

	PartRecord running() {
		return new PartRecord(this.part, PartState.RUNNING, this.since, null, this.explanation, this.tries,
				this.lookedUpAt);
	}

	PartRecord done(Instant now) {
		return new PartRecord(this.part, PartState.DONE, null, null, null, 0, now);
	}

	PartRecord left(Explanation why, Instant now) {
		return new PartRecord(this.part, PartState.LEFT, null, null, why, 0, now);
	}

	PartRecord byHand() {
		return new PartRecord(this.part, PartState.BY_HAND, null, null, null, 0, this.lookedUpAt);
	}

	PartRecord forPerson(@Nullable Explanation why, Instant now) {
		return new PartRecord(this.part, PartState.WAITING_FOR_PERSON, waitingSince(now), null, why, 0,
				this.lookedUpAt);
	}

	PartRecord later(Instant next, @Nullable Explanation why, Instant now) {
		return new PartRecord(this.part, PartState.WAITING_FOR_MICROSOFT, waitingSince(now), next, why, this.tries + 1,
				now);
	}

	PartRecord failed(Explanation why, Instant now) {
		return new PartRecord(this.part, PartState.FAILED, null, null, why, 0, now);
	}

	Instant waitingSince(Instant now) {
		return Objects.requireNonNullElse(this.since, now);
	}

}
