package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.highstage.portal.mailbox.ExchangeRemoval;

/**
 * Makes Exchange forget the application.
 */
@Component
class ExchangePart implements PartWork {

	private final ExchangeRemoval removal;

	private final ExchangeDoor door;

	private final Clock clock;

	ExchangePart(ExchangeRemoval removal, ExchangeDoor door, Clock clock) {
		this.removal = removal;
		this.door = door;
		this.clock = clock;
	}

	@Override
	public Part part() {
		return Part.EXCHANGE;
	}

	@Override
	public PartRecord advance(RemovalRun run, PartRecord before) {
		if (!this.door.isOpenTo(run)) {
			return before.forPerson(null, this.clock.instant());
		}
		boolean gone = this.removal.remove(run.exchangeWork(part()), run.connection());
		Instant now = this.clock.instant();
		return gone ? before.done(now) : before.later(Waits.next(now, before, null), null, now);
	}

}
