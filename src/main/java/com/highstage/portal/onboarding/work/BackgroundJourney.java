package com.highstage.portal.onboarding.work;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Service;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.HandMade;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.PasteAnswer;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.PlanOvertakenException;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.work.Commands.Command;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.Remedy;

/**
 * The journey whose work is done in the background.
 */
@Service
class BackgroundJourney implements Journey {

	private static final Set<Step> LAST = Set.of(Step.MAILBOXES, Step.CHECK);

	private final Commands commands;

	private final Admission admission;

	private final DelegatedTokens tokens;

	private final ByHand byHand;

	private final ConsentElsewhere consent;

	private final Mending mending;

	BackgroundJourney(Commands commands, Admission admission, DelegatedTokens tokens, ByHand byHand,
			ConsentElsewhere consent, Mending mending) {
		this.commands = commands;
		this.admission = admission;
		this.tokens = tokens;
		this.byHand = byHand;
		this.consent = consent;
		this.mending = mending;
	}

	@Override
	public Answer request(Person person, Step goal, UnaryOperator<Plan> changes) {
		if (goal == Step.MAILBOXES) {
			return mailboxes(person, changes);
		}
		if (!person.may(goal.needs())) {
			return refused(person, goal.needs());
		}
		if (this.admission.isRefused(person)) {
			return new NotInvited();
		}
		boolean express = goal == Step.CHECK;
		Command command = new Command("onboarding.requested",
				(journey) -> journey.asked(changes.apply(journey.plan()), goal, express, Authority.of(person)),
				UnaryOperator.identity(), from(express ? Step.REGISTER : goal));
		return new Answer.Accepted(this.commands.startOrChange(person, command));
	}

	// Whoever may register or open mailboxes may name them; opening them takes the
	// authority of somebody who may.
	private Answer mailboxes(Person person, UnaryOperator<Plan> changes) {
		if (!person.may(Ability.REGISTER) && !person.may(Ability.MAILBOXES)) {
			return refused(person, Ability.MAILBOXES);
		}
		if (this.admission.isRefused(person)) {
			return new NotInvited();
		}
		Command command = new Command("mailboxes.requested",
				(journey) -> journey.mailboxesAsked(changes.apply(journey.plan()), Authority.of(person)),
				UnaryOperator.identity(), LAST);
		try {
			return new Answer.Accepted(this.commands.startOrChange(person, command));
		}
		catch (PlanOvertakenException ex) {
			return new Outdated();
		}
	}

	@Override
	public Answer take(Person person, Step step, WayOut wayOut) {
		if (!step.isFor(person)) {
			return refused(person, step.needs());
		}
		if (wayOut == WayOut.REGISTER_AGAIN && !person.may(Ability.MAILBOXES)) {
			return refused(person, Ability.MAILBOXES);
		}
		if (step.compareTo(Step.CONSENT) > 0 && (wayOut == WayOut.TRY_AGAIN || wayOut == WayOut.REGISTER_AGAIN)) {
			return this.mending.all(person, wayOut);
		}
		if (!person.may(Ability.REGISTER)) {
			return refused(person, Ability.REGISTER);
		}
		Set<Step> again = (wayOut == WayOut.NEW_SECRET) ? from(Step.SECRET)
				: from((wayOut == WayOut.TRY_AGAIN) ? Step.REGISTER : step);
		Command command = new Command("onboarding.chosen", (journey) -> chosen(journey, person, wayOut),
				(choices) -> chosen(choices, wayOut), again);
		boolean starts = wayOut == WayOut.REVOKE_OTHERS || wayOut == WayOut.NEW_SECRET;
		return starts ? new Answer.Accepted(this.commands.startOrChange(person, command))
				: answer(this.commands.change(person, command));
	}

	@Override
	public Answer mend(Person person, MailboxAddress mailbox, MailPermission protocol, Remedy remedy) {
		return switch (remedy) {
			case NEW_SECRET -> take(person, Step.SECRET, WayOut.NEW_SECRET);
			case CONSENT -> request(person, Step.CONSENT, UnaryOperator.identity());
			case SWITCH_ON, REGISTER_AGAIN, OPEN_AGAIN -> person.may(Ability.MAILBOXES)
					? this.mending.one(person, mailbox, protocol, remedy) : refused(person, Ability.MAILBOXES);
			case TRY_AGAIN -> Step.CHECK.isFor(person) ? this.mending.one(person, mailbox, protocol, remedy)
					: refused(person, Ability.MAILBOXES);
		};
	}

	@Override
	public ClosedAnswer proveClosed(Person person) {
		if (!person.may(Ability.MAILBOXES)) {
			return refused(person, Ability.MAILBOXES);
		}
		return this.mending.proveClosed(person);
	}

	@Override
	public Answer checkAgain(Person person) {
		if (!Step.CHECK.isFor(person)) {
			return refused(person, Ability.REGISTER);
		}
		boolean directory = person.may(Ability.REGISTER) && holds(person, Resource.GRAPH_APPLICATIONS);
		boolean exchange = person.may(Ability.MAILBOXES) && holds(person, Resource.EXCHANGE);
		Command command = new Command("onboarding.looked-again",
				(journey) -> journey.lent(Authority.of(person), directory, exchange), UnaryOperator.identity(),
				directory ? EnumSet.allOf(Step.class) : exchange ? LAST : EnumSet.noneOf(Step.class));
		return answer(this.commands.change(person, command));
	}

	private boolean holds(Person person, Resource resource) {
		return this.tokens.find(person.signIn(), resource).isPresent();
	}

	@Override
	public Answer cancel(Person person) {
		if (!person.may(Ability.REGISTER)) {
			return refused(person, Ability.REGISTER);
		}
		return answer(this.commands.change(person, new Command("onboarding.cancelled", Onboarding::cancelled,
				UnaryOperator.identity(), EnumSet.noneOf(Step.class))));
	}

	@Override
	public PasteAnswer paste(Person person, HandMade pasted) {
		if (!person.may(Ability.REGISTER)) {
			return refused(person, Ability.REGISTER);
		}
		return this.admission.isRefused(person) ? new NotInvited() : this.byHand.paste(person, pasted);
	}

	@Override
	public PageAnswer microsoftPage(Person person, Step step) {
		if (!person.may(step.needs())) {
			return refused(person, step.needs());
		}
		return this.consent.page(person, step).<PageAnswer>map(PageAnswer.Go::new).orElseGet(Outdated::new);
	}

	@Override
	public LinkAnswer linkForColleague(Person person, Step step) {
		if (this.admission.isRefused(person)) {
			return new NotInvited();
		}
		return this.consent.link(person, step).<LinkAnswer>map(LinkAnswer.Made::new).orElseGet(Outdated::new);
	}

	private RoleTooSmall refused(Person person, Ability needed) {
		this.commands.refused(person, "onboarding.refused", needed);
		return new RoleTooSmall(needed);
	}

	private static Onboarding chosen(Onboarding journey, Person person, WayOut wayOut) {
		if (journey.mode() == Onboarding.Mode.BY_HAND && wayOut == WayOut.TRY_AGAIN) {
			return journey.with(Authority.of(person));
		}
		Plan plan = switch (wayOut) {
			case LIFETIME_180 -> shorter(journey.plan(), 180);
			case LIFETIME_90 -> shorter(journey.plan(), 90);
			case LIFETIME_30 -> shorter(journey.plan(), 30);
			case CERTIFICATE -> journey.plan()
				.withCredential(com.highstage.portal.credential.CredentialType.CERTIFICATE,
						journey.plan().secretDescription(), journey.plan().lifetimeDays());
			case TRY_AGAIN, NEW_SECRET, REVOKE_OTHERS, MICROSOFT_PAGE, REGISTER_AGAIN -> journey.plan();
		};
		Step wanted = (wayOut == WayOut.REVOKE_OTHERS || wayOut == WayOut.NEW_SECRET) ? Step.CHECK : Step.ALLOW;
		// one press renews: where a policy asks for something else the portal decides
		boolean renews = wayOut == WayOut.NEW_SECRET && journey.goal() == null;
		return journey.asked(plan, wanted, journey.express() || renews, Authority.of(person));
	}

	private static Choices chosen(Choices choices, WayOut wayOut) {
		return switch (wayOut) {
			case TRY_AGAIN -> choices.withConsentPage(false);
			case NEW_SECRET -> choices.withNewSecret(true);
			case REVOKE_OTHERS -> choices.withRevokeOthers(true);
			case MICROSOFT_PAGE -> choices.withConsentPage(true);
			case REGISTER_AGAIN -> choices.withRegisterAgain(true);
			case LIFETIME_180, LIFETIME_90, LIFETIME_30, CERTIFICATE -> choices;
		};
	}

	private static Plan shorter(Plan plan, int days) {
		return plan.withCredential(plan.credentialType(), plan.secretDescription(), days);
	}

	private static Set<Step> from(Step first) {
		Set<Step> steps = EnumSet.range(first, Step.CHECK);
		steps.add(Step.ALLOW);
		return steps;
	}

	private static Answer answer(Optional<Onboarding> changed) {
		return changed.<Answer>map(Answer.Accepted::new).orElseGet(Outdated::new);
	}

}
