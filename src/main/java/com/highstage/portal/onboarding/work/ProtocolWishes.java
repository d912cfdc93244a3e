package com.highstage.portal.onboarding.work;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.Credentials;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;
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

	private final Credentials credentials;

	private final TransactionTemplate transaction;

	ProtocolWishes(Onboardings onboardings, MailboxAccess access, MailboxProof proof, Credentials credentials,
			PlatformTransactionManager transactions) {
		this.credentials = credentials;
		this.onboardings = onboardings;
		this.access = access;
		this.proof = proof;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Switches on what somebody wants switched on; one that cannot be does not stand in
	 * the way of the others, and is not tried again unless somebody asks.
	 * @param run the run
	 * @param work on whose behalf
	 * @return why one could not be switched on
	 * @throws MicrosoftException if there is no sense in going on
	 */
	Optional<Explanation> carryOut(Run run, Work work) {
		Explanation trouble = null;
		for (Map.Entry<MailboxAddress, Set<MailPermission>> wish : this.onboardings.wishes(run.onboarding().id())
			.entrySet()) {
			if (run.plan().mailboxes().contains(wish.getKey())) {
				Explanation refused = switchOn(work, wish);
				trouble = (refused != null) ? refused : trouble;
			}
			this.transaction.executeWithoutResult((status) -> {
				run.lease().hold();
				// what somebody wants switched on meanwhile comes next
				this.onboardings.fulfilled(run.onboarding().id(), wish.getKey(), wish.getValue());
				tryAgain(run.connection().id(), wish.getKey());
			});
		}
		return Optional.ofNullable(trouble);
	}

	private @Nullable Explanation switchOn(Work work, Map.Entry<MailboxAddress, Set<MailPermission>> wish) {
		try {
			this.access.switchOn(work, wish.getKey(), wish.getValue());
			return null;
		}
		catch (MicrosoftException ex) {
			return switch (ex.failure().kind()) {
				case TELL_ADMIN, NOT_FOUND, BUG -> Words.of(ex);
				case RETRY_LATER, UNKNOWN, SIGN_IN_AGAIN -> throw ex;
			};
		}
	}

	/**
	 * Notes that the registration is as it must be, so that the choice to replace it has
	 * been carried out; every login can be tried again.
	 * @param run the run
	 */
	void registeredAgain(Run run) {
		if (run.choices().registerAgain()) {
			this.transaction.executeWithoutResult((status) -> {
				run.lease().hold();
				run.choices(this.onboardings.choices(run.onboarding().id()).withRegisterAgain(false));
				this.onboardings.choose(run.onboarding().id(), run.choices());
				tryAgain(run.connection().id(), null);
			});
		}
	}

	// Without the secret's value nothing can be tried, and a new secret is not needed for
	// what Exchange itself says is right.
	private void tryAgain(ConnectionId connection, @Nullable MailboxAddress mailbox) {
		if (this.credentials.workingCopy(connection).isPresent()) {
			this.proof.again(connection, mailbox);
		}
	}

}
