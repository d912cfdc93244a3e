package com.highstage.portal.onboarding.work;

import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxProof;

/**
 * What people chose about single mailboxes, carried out with the next run.
 */
@Component
class ProtocolWishes {

	private final Onboardings onboardings;

	private final MailboxAccess access;

	private final MailboxProof proof;

	private final TransactionTemplate transaction;

	ProtocolWishes(Onboardings onboardings, MailboxAccess access, MailboxProof proof,
			PlatformTransactionManager transactions) {
		this.onboardings = onboardings;
		this.access = access;
		this.proof = proof;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Switches on what somebody wants switched on.
	 * @param run the run
	 * @param work on whose behalf
	 */
	void carryOut(Run run, Work work) {
		Map<MailboxAddress, Set<MailPermission>> wishes = this.onboardings.wishes(run.onboarding().id());
		wishes.forEach((mailbox, protocols) -> {
			this.access.switchOn(work, mailbox, protocols);
			this.transaction.executeWithoutResult((status) -> {
				run.lease().hold();
				this.onboardings.fulfilled(run.onboarding().id(), mailbox);
				this.proof.again(run.connection().id(), mailbox);
			});
		});
	}

	/**
	 * Notes that the registration is as it must be, so that the choice to replace it has
	 * been carried out; every login can be tried again.
	 * @param run the run
	 */
	void registeredAgain(Run run) {
		if (run.choices().registerAgain()) {
			run.choices(run.choices().withRegisterAgain(false));
			this.transaction.executeWithoutResult((status) -> {
				run.lease().hold();
				this.onboardings.choose(run.onboarding().id(), run.choices());
				this.proof.again(run.connection().id(), null);
			});
		}
	}

}
