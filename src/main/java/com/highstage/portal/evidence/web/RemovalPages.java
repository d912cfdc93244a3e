package com.highstage.portal.evidence.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.evidence.Records;
import com.highstage.portal.evidence.removal.PartRecord;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.evidence.removal.Removals.Proposal;
import com.highstage.portal.evidence.web.RemovalView.Action;
import com.highstage.portal.onboarding.web.Moments;

/**
 * Puts together what the pages of a removal show.
 */
@Component
class RemovalPages {

	private final DelegatedTokens tokens;

	private final MicrosoftProperties microsoft;

	private final Records records;

	private final Moments moments;

	RemovalPages(DelegatedTokens tokens, MicrosoftProperties microsoft, Records records, Moments moments) {
		this.tokens = tokens;
		this.microsoft = microsoft;
		this.records = records;
		this.moments = moments;
	}

	ProposalView of(Person person, Proposal proposal) {
		boolean exchange = this.microsoft.exchangeCommands() && person.may(Ability.MAILBOXES);
		boolean needed = proposal.scope().exchange() || !proposal.scope().given().isEmpty();
		return new ProposalView(proposal.connection(), proposal.scope(), person.may(Ability.CONSENT),
				needed && !exchange);
	}

	RemovalView of(Person person, Removal.Standing standing) {
		PartRecord current = standing.current();
		return new RemovalView(standing, action(person, standing.removal(), current),
				person.may(Ability.CONSENT) || person.may(Ability.MAILBOXES), person.may(Ability.CONSENT),
				(current != null) ? this.moments.next(current.nextLook()) : null);
	}

	/**
	 * The portal's secrets and certificates that may still be at Microsoft.
	 * @param standing where the removal stands
	 * @return the versions, never a value
	 */
	List<CredentialVersion> secrets(Removal.Standing standing) {
		return this.records.of(standing.connection(), 1)
			.credentials()
			.stream()
			.filter((version) -> version.state() != CredentialVersion.State.REMOVED)
			.toList();
	}

	private Action action(Person person, Removal removal, @Nullable PartRecord current) {
		if (removal.isOver()) {
			return Action.NONE;
		}
		if (current == null || !current.state().needsPerson()) {
			return Action.WATCH;
		}
		Ability needs = current.part().needs();
		boolean exchange = needs == Ability.MAILBOXES;
		if (exchange && !this.microsoft.exchangeCommands()) {
			return Action.SCRIPT;
		}
		if (!person.may(needs)) {
			return Action.COLLEAGUE;
		}
		Resource resource = exchange ? Resource.EXCHANGE : Resource.GRAPH_APPLICATIONS;
		if (this.tokens.find(person.signIn(), resource).isPresent()) {
			return Action.GO_ON;
		}
		return exchange ? Action.SIGN_IN_EXCHANGE : Action.SIGN_IN;
	}

}
