package com.highstage.portal.onboarding.work;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.Journey.Answer;
import com.highstage.portal.onboarding.Journey.ClosedAnswer;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.work.Commands.Command;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.ClosingProof;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.Remedy;

/**
 * Writes down what is to be mended, and tries what must stay closed.
 */
@Component
class Mending {

	private static final Set<Step> BOTH = Set.of(Step.MAILBOXES, Step.CHECK);

	private final Commands commands;

	private final Onboardings onboardings;

	private final MailboxProof proof;

	private final ClosingProof closing;

	private final OwnMailbox ownMailbox;

	private final Credentials credentials;

	Mending(Commands commands, Onboardings onboardings, MailboxProof proof, ClosingProof closing, OwnMailbox ownMailbox,
			Credentials credentials) {
		this.commands = commands;
		this.onboardings = onboardings;
		this.proof = proof;
		this.closing = closing;
		this.ownMailbox = ownMailbox;
		this.credentials = credentials;
	}

	/**
	 * Tries everything again that has not passed.
	 * @param person who asks
	 * @param wayOut {@link WayOut#TRY_AGAIN} or {@link WayOut#REGISTER_AGAIN}
	 * @return what came of it
	 */
	Answer all(Person person, WayOut wayOut) {
		return write(person, (choices) -> (wayOut == WayOut.REGISTER_AGAIN) ? choices.withRegisterAgain(true) : choices,
				(journey) -> {
					if (wayOut == WayOut.TRY_AGAIN || canTry(journey)) {
						this.proof.again(journey.connection(), null);
					}
					this.closing.again(journey.connection());
				});
	}

	/**
	 * Mends what stands in the way of one mailbox.
	 * @param person who asks
	 * @param mailbox the mailbox
	 * @param protocol the protocol whose check failed
	 * @param remedy what was chosen
	 * @return what came of it
	 */
	Answer one(Person person, MailboxAddress mailbox, MailPermission protocol, Remedy remedy) {
		return write(person, (choices) -> (remedy == Remedy.REGISTER_AGAIN) ? choices.withRegisterAgain(true) : choices,
				(journey) -> {
					if (remedy == Remedy.TRY_AGAIN || canTry(journey)) {
						this.proof.again(journey.connection(), (remedy == Remedy.REGISTER_AGAIN) ? null : mailbox);
					}
					if (remedy == Remedy.SWITCH_ON && journey.plan().mailboxes().contains(mailbox)) {
						this.onboardings.wish(journey.id(), mailbox, protocol);
					}
				});
	}

	// Once the secret's value is gone, what Exchange says has to suffice: what was mended
	// needs no new secret.
	private boolean canTry(Onboarding journey) {
		return this.credentials.workingCopy(journey.connection()).isPresent();
	}

	private Answer write(Person person, UnaryOperator<Choices> choice, Consumer<Onboarding> first) {
		Command command = new Command("mailboxes.mended",
				(journey) -> journey.mailboxesAsked(journey.plan(), Authority.of(person)), choice, BOTH);
		return new Answer.Accepted(this.commands.begin(person, command, first));
	}

	/**
	 * Tries the person's own mailbox.
	 * @param person who asks
	 * @return what was found
	 */
	ClosedAnswer proveClosed(Person person) {
		return this.ownMailbox.proveClosed(person);
	}

}
