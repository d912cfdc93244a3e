package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;

import com.highstage.portal.consent.ConsentLinks;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.tenant.TenantId;

/**
 * Closes colleagues' links once a look-up has shown that the thing is done; that somebody
 * came back from Microsoft's page proves nothing.
 */
@Component
class SettledLinks {

	private final ConsentLinks links;

	private final MailboxLinks mailboxLinks;

	SettledLinks(ConsentLinks links, MailboxLinks mailboxLinks) {
		this.links = links;
		this.mailboxLinks = mailboxLinks;
	}

	void found(TenantId tenant, Step step, StepState state) {
		if (state.isDone() && (step == Step.ALLOW || step == Step.CONSENT)) {
			this.links.settle(tenant, step == Step.ALLOW);
		}
		if (state.isDone() && step == Step.MAILBOXES) {
			this.mailboxLinks.settle(tenant);
		}
	}

}
