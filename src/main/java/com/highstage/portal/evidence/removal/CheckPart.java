package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.highstage.portal.consent.ConsentCallback;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.registration.Withdrawal;

/**
 * Asks Microsoft whether anything of ours is left; Microsoft may show what was deleted
 * for a while.
 */
@Component
class CheckPart implements PartWork {

	private static final Explanation STILL_THERE = new Explanation("removal-still-there", "", "");

	private final Withdrawal withdrawal;

	private final ConsentCallback callback;

	private final RemovalProperties properties;

	private final Clock clock;

	CheckPart(Withdrawal withdrawal, ConsentCallback callback, RemovalProperties properties, Clock clock) {
		this.withdrawal = withdrawal;
		this.callback = callback;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public Part part() {
		return Part.CHECK;
	}

	@Override
	public PartRecord advance(RemovalRun run, PartRecord before) {
		boolean gone = this.withdrawal.isGone(run.delegation(), run.connection(), this.callback.address().toString());
		Instant now = this.clock.instant();
		if (gone) {
			return before.done(now);
		}
		return before.waitingSince(now).plus(this.properties.patience()).isAfter(now)
				? before.later(Waits.next(now, before, null), null, now) : before.failed(STILL_THERE, now);
	}

}
