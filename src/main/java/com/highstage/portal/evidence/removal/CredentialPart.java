package com.highstage.portal.evidence.removal;

import java.time.Clock;

import org.springframework.stereotype.Component;

import com.highstage.portal.consent.ConsentCallback;
import com.highstage.portal.registration.Withdrawal;

/**
 * Takes the portal's own secrets and redirect address away from an application that was
 * there before, and nothing else.
 */
@Component
class CredentialPart implements PartWork {

	private final Withdrawal withdrawal;

	private final ConsentCallback callback;

	private final Clock clock;

	CredentialPart(Withdrawal withdrawal, ConsentCallback callback, Clock clock) {
		this.withdrawal = withdrawal;
		this.callback = callback;
		this.clock = clock;
	}

	@Override
	public Part part() {
		return Part.CREDENTIAL;
	}

	@Override
	public PartRecord advance(RemovalRun run, PartRecord before) {
		this.withdrawal.withdraw(run.work(part()), run.connection(), this.callback.address().toString());
		return before.done(this.clock.instant());
	}

}
