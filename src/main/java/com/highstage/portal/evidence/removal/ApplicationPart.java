package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.registration.Withdrawal;

/**
 * Deletes the application that the portal created; its enterprise application, secrets
 * and permissions go with it.
 */
@Component
class ApplicationPart implements PartWork {

	private final Withdrawal withdrawal;

	private final Clock clock;

	ApplicationPart(Withdrawal withdrawal, Clock clock) {
		this.withdrawal = withdrawal;
		this.clock = clock;
	}

	@Override
	public Part part() {
		return Part.APPLICATION;
	}

	@Override
	public PartRecord advance(RemovalRun run, PartRecord before) {
		boolean deleted = this.withdrawal.delete(run.work(part()), run.connection());
		Instant now = this.clock.instant();
		return deleted ? before.done(now) : before.failed(new Explanation("removal-not-ours", "", ""), now);
	}

}
