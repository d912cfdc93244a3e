package com.highstage.portal.onboarding;

import java.net.URI;
import java.util.function.UnaryOperator;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.consent.ColleagueLink;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.Remedy;

/**
 * What a person can do to their organisation's journey. Every command checks the person's
 * roles, audits changes and refusals, and returns at once; the work itself is done in the
 * background.
 */
public interface Journey {

	/**
	 * Starts or takes up the journey and asks for everything up to and including a step.
	 * @param person who asks
	 * @param goal the last step wanted; {@link Step#CHECK} is "do the rest" (express)
	 * @param changes what the person typed, applied to the journey's plan; may refuse the
	 * mailboxes' plan by {@link PlanOvertakenException}
	 * @return what came of it
	 */
	Answer request(Person person, Step goal, UnaryOperator<Plan> changes);

	/**
	 * Takes one of the ways out that a step offers, except {@link WayOut#MICROSOFT_PAGE},
	 * which is {@link #microsoftPage}.
	 * @param person who chose
	 * @param step the step that offers it
	 * @param wayOut what was chosen
	 * @return what came of it
	 */
	Answer take(Person person, Step step, WayOut wayOut);

	/**
	 * Mends what a mailbox's check has shown, as far as the portal can.
	 * @param person who chose
	 * @param mailbox the mailbox
	 * @param protocol the protocol whose check failed
	 * @param remedy what was chosen
	 * @return what came of it
	 */
	Answer mend(Person person, MailboxAddress mailbox, MailPermission protocol, Remedy remedy);

	/**
	 * Tries whether the person's own mailbox stays closed for the application, now or as
	 * soon as another one has opened; takes half a minute at most.
	 * @param person who asks
	 * @return what was found
	 */
	ClosedAnswer proveClosed(Person person);

	/**
	 * Lets the background work look again now, with this person's authority if it waits
	 * for somebody to sign in.
	 * @param person who asks
	 * @return what came of it
	 */
	Answer checkAgain(Person person);

	/**
	 * Gives the journey up; what exists at Microsoft stays.
	 * @param person who cancels
	 * @return what came of it
	 */
	Answer cancel(Person person);

	/**
	 * Takes up what was made by hand in the Entra admin center, once its token was
	 * issued.
	 * @param person who pastes
	 * @param pasted the values
	 * @return what came of it
	 */
	PasteAnswer paste(Person person, HandMade pasted);

	/**
	 * Begins a consent on Microsoft's page: {@link Step#ALLOW} for the portal's own
	 * application, {@link Step#CONSENT} for the customer's.
	 * @param person who consents
	 * @param step one of the two
	 * @return where to send the browser
	 */
	PageAnswer microsoftPage(Person person, Step step);

	/**
	 * Makes a link with which a colleague gives the consent or opens the mailboxes; the
	 * step then waits for the colleague. Anybody of the organisation may.
	 * @param person who asks
	 * @param step {@link Step#ALLOW}, {@link Step#CONSENT} or {@link Step#MAILBOXES}
	 * @return the link, to be shown once
	 */
	LinkAnswer linkForColleague(Person person, Step step);

	/**
	 * What came of a command.
	 */
	sealed interface Answer {

		/**
		 * It was written down and the work goes on.
		 *
		 * @param onboarding the journey
		 */
		record Accepted(Onboarding onboarding) implements Answer {

		}

	}

	/**
	 * What came of asking for Microsoft's page.
	 */
	sealed interface PageAnswer {

		/**
		 * Send the browser there.
		 *
		 * @param address Microsoft's page
		 */
		record Go(URI address) implements PageAnswer {

		}

	}

	/**
	 * What came of trying a mailbox that must stay closed.
	 */
	sealed interface ClosedAnswer {

		/**
		 * It was tried.
		 *
		 * @param mailbox the mailbox
		 * @param result what was found
		 */
		record Tried(MailboxAddress mailbox, MailboxProof.Negative result) implements ClosedAnswer {

		}

		/**
		 * It is tried as soon as another mailbox has opened: before, a refusal shows
		 * nothing.
		 *
		 * @param mailbox the mailbox
		 */
		record Later(MailboxAddress mailbox) implements ClosedAnswer {

		}

		/**
		 * It could not be tried: there is no mailbox to try, or no value of the secret.
		 */
		record NotTried() implements ClosedAnswer {

		}

	}

	/**
	 * What came of asking for a link.
	 */
	sealed interface LinkAnswer {

		/**
		 * The link.
		 *
		 * @param link address and end
		 */
		record Made(ColleagueLink link) implements LinkAnswer {

		}

	}

	/**
	 * The person's roles do not suffice; audited.
	 *
	 * @param needs what somebody must be able to do
	 */
	record RoleTooSmall(Ability needs) implements Answer, PasteAnswer, PageAnswer, ClosedAnswer {

	}

	/**
	 * Nobody invited this organisation and the portal's operator refuses such.
	 */
	record NotInvited() implements Answer, PasteAnswer, LinkAnswer, PageAnswer {

	}

	/**
	 * There is nothing to do that to: no active journey, no application yet, or the step
	 * has moved on meanwhile (double click, second tab). Show the overview.
	 */
	record Outdated() implements Answer, PageAnswer, LinkAnswer {

	}

}
