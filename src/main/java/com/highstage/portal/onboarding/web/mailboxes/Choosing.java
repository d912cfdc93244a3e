package com.highstage.portal.onboarding.web.mailboxes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Refusal;
import com.highstage.portal.account.Refusals;
import com.highstage.portal.account.Resource;
import com.highstage.portal.mailbox.MailboxLookUp;
import com.highstage.portal.mailbox.MailboxLookUp.Answer;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Asks Exchange while somebody chooses mailboxes, where the person can.
 */
@Component
class Choosing {

	private static final int MOST_LOOKED_UP = 100;

	private final MailboxLookUp lookUp;

	private final DelegatedTokens tokens;

	private final Refusals refusals;

	private final MicrosoftProperties microsoft;

	Choosing(MailboxLookUp lookUp, DelegatedTokens tokens, Refusals refusals, MicrosoftProperties microsoft) {
		this.lookUp = lookUp;
		this.tokens = tokens;
		this.refusals = refusals;
		this.microsoft = microsoft;
	}

	boolean canAsk(Person person) {
		return this.microsoft.exchangeCommands() && this.tokens.find(person.signIn(), Resource.EXCHANGE).isPresent();
	}

	/**
	 * Whether the organisation does the mailboxes with the script, because the portal may
	 * not.
	 * @return true if the portal has no way into Exchange
	 */
	boolean onlyScript() {
		return !this.microsoft.exchangeCommands();
	}

	/**
	 * Why the person has no way into Exchange, if Microsoft said so.
	 * @param person who looks
	 * @return what Microsoft said
	 */
	Optional<Explanation> refusal(Person person) {
		return this.refusals.find(person.signIn(), Resource.EXCHANGE)
			.map((Refusal refusal) -> Explanations.of(refusal.code(), refusal.reference()));
	}

	Search search(Person person, String text) {
		try {
			return new Search(this.lookUp.search(delegation(person), text), Optional.empty());
		}
		catch (MicrosoftException ex) {
			return new Search(List.of(), Optional.of(Explanations.of(ex.failure())));
		}
	}

	/**
	 * Looks up addresses that are new on the list.
	 * @param person who chooses
	 * @param addresses the whole list
	 * @param known those that were on it before
	 * @return what Exchange says of the new ones
	 */
	Verdicts look(Person person, List<MailboxAddress> addresses, List<MailboxAddress> known) {
		List<MailboxAddress> asked = addresses.stream()
			.filter((address) -> !known.contains(address))
			.limit(MOST_LOOKED_UP)
			.toList();
		return new Verdicts(
				(asked.isEmpty() || !canAsk(person)) ? Map.of() : this.lookUp.look(delegation(person), asked));
	}

	private static Delegation delegation(Person person) {
		return new Delegation(person.tenant(), person.signIn());
	}

	/**
	 * What was found.
	 *
	 * @param found mailboxes
	 * @param problem why nothing was found, if Exchange did not answer
	 */
	record Search(List<Mailbox> found, Optional<Explanation> problem) {

	}

	/**
	 * What Exchange says of addresses.
	 *
	 * @param answers by address
	 */
	record Verdicts(Map<MailboxAddress, Answer> answers) {

		List<MailboxAddress> missing() {
			return this.answers.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() instanceof Answer.Missing)
				.map(Map.Entry::getKey)
				.sorted()
				.toList();
		}

	}

}
