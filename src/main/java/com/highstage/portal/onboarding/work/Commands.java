package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.audit.RetriedIfOvertaken;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.Runs.RunContext;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxProof;

/**
 * Writes down what people ask for: each in one transaction with its audit entry, and with
 * the row that wakes the work.
 */
@Component
class Commands {

	private static final int LONGEST_DIFFERENCE = 2000;

	private final Onboardings onboardings;

	private final Beginnings beginnings;

	private final AuditTrail audit;

	private final Alarms alarms;

	private final MailboxProof proof;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Commands(Onboardings onboardings, Beginnings beginnings, AuditTrail audit, Alarms alarms, MailboxProof proof,
			RunContext context) {
		this.onboardings = onboardings;
		this.beginnings = beginnings;
		this.audit = audit;
		this.alarms = alarms;
		this.proof = proof;
		this.transaction = new TransactionTemplate(context.transactions());
		this.clock = context.clock();
	}

	/**
	 * Changes the active journey, or a new one.
	 * @param person who asks
	 * @param command what is asked
	 * @return the journey
	 */
	@RetriedIfOvertaken
	Onboarding startOrChange(Person person, Command command) {
		return attempt(person, command, true).orElseThrow();
	}

	/**
	 * Changes the active journey.
	 * @param person who asks
	 * @param command what is asked
	 * @return empty if there is none
	 */
	Optional<Onboarding> change(Person person, Command command) {
		return attempt(person, command, false);
	}

	/**
	 * Changes the active journey, or a new one, after something else in the same
	 * transaction.
	 * @param person who asks
	 * @param command what is asked
	 * @param first what is done first, with the journey as it was
	 * @return the journey
	 */
	@RetriedIfOvertaken
	Onboarding begin(Person person, Command command, Consumer<Onboarding> first) {
		Onboarding begun = attempt(person, command, first);
		this.alarms.changed(person.tenant());
		return begun;
	}

	private Onboarding attempt(Person person, Command command, Consumer<Onboarding> first) {
		return this.transaction.execute((status) -> {
			Onboarding before = this.onboardings.lockActive(person.tenant())
				.orElseGet(() -> this.beginnings.of(person));
			first.accept(before);
			return apply(person, command, before);
		});
	}

	void refused(Person person, String action, Ability needed) {
		this.audit.recordRefusal(new AuditEvent(person.tenant(), actor(person), action, person.tenant().toString(),
				Map.of("needs", needed.name())));
	}

	private Optional<Onboarding> attempt(Person person, Command command, boolean start) {
		Optional<Onboarding> changed = this.transaction.execute((status) -> {
			Optional<Onboarding> active = this.onboardings.lockActive(person.tenant());
			return active.or(() -> start ? Optional.of(this.beginnings.of(person)) : Optional.empty())
				.map((before) -> apply(person, command, before));
		});
		changed.ifPresent((ignored) -> this.alarms.changed(person.tenant()));
		return changed;
	}

	private Onboarding apply(Person person, Command command, Onboarding before) {
		Onboarding after = command.change().apply(before);
		OnboardingId id = after.id();
		this.audit.record(new AuditEvent(person.tenant(), actor(person), command.action(), id.toString(),
				details(before, after)));
		this.proof.forget(after.connection(), added(after.plan(), before.plan()));
		this.onboardings.save(after, this.clock.instant());
		this.onboardings.forgetNews(id);
		this.onboardings.choose(id, command.choice().apply(this.onboardings.choices(id)));
		if (after.status() == Onboarding.Status.ACTIVE) {
			again(after, onlyByHand(after, command.again()));
			this.alarms.wake(id);
		}
		return after;
	}

	private static Set<Step> onlyByHand(Onboarding journey, Set<Step> steps) {
		Set<Step> all = EnumSet.copyOf(EnumSet.range(Step.PERMISSIONS, Step.CHECK));
		all.retainAll(steps);
		return (journey.mode() == Onboarding.Mode.BY_HAND) ? all : steps;
	}

	private void again(Onboarding onboarding, Set<Step> steps) {
		Map<Step, StepRecord> records = this.onboardings.steps(onboarding.id());
		steps.forEach((step) -> records.put(step, StepRecord.untouched(step)));
		Step next = next(onboarding, steps, records);
		if (next != null) {
			records.computeIfPresent(next, (step, record) -> record.running());
		}
		records.values()
			.stream()
			.filter((record) -> steps.contains(record.step()) || record.step() == next)
			.forEach((record) -> this.onboardings.save(onboarding.id(), record));
	}

	// The step that is worked on first: one that somebody asked for, else the first open
	// one.
	private static @Nullable Step next(Onboarding onboarding, Set<Step> steps, Map<Step, StepRecord> records) {
		Step goal = onboarding.goal();
		boolean byHand = onboarding.mode() == Onboarding.Mode.BY_HAND;
		boolean onlyLast = !steps.isEmpty() && steps.stream().allMatch((step) -> step.compareTo(Step.CONSENT) > 0);
		return Stream.of(Step.values())
			.filter((step) -> goal != null && step.compareTo(goal) <= 0 && step != Step.ALLOW)
			.filter((step) -> records.get(step) instanceof StepRecord record && !record.state().isDone())
			.filter((step) -> !onlyLast || steps.contains(step))
			.filter((step) -> step != Step.MAILBOXES || Order.mayBegin(step, records, byHand))
			.findFirst()
			.orElse(null);
	}

	private static Map<String, String> details(Onboarding before, Onboarding onboarding) {
		Map<String, String> details = new HashMap<>();
		details.put("added", difference(onboarding.plan(), before.plan()));
		details.put("removed", difference(before.plan(), onboarding.plan()));
		details.put("goal", String.valueOf(onboarding.goal()));
		details.put("permissions", onboarding.plan().permissions().toString());
		details.put("application", onboarding.plan().applicationName().value());
		details.put("mailboxes", String.valueOf(onboarding.plan().mailboxes().size()));
		details.put("credential", onboarding.plan().credentialType() + " " + onboarding.plan().lifetimeDays());
		return details;
	}

	private static List<MailboxAddress> added(Plan plan, Plan without) {
		Set<MailboxAddress> others = Set.copyOf(without.mailboxes());
		return plan.mailboxes().stream().filter((mailbox) -> !others.contains(mailbox)).toList();
	}

	private static String difference(Plan plan, Plan without) {
		String all = added(plan, without).stream().map(MailboxAddress::value).collect(Collectors.joining(" "));
		return all.substring(0, Math.min(LONGEST_DIFFERENCE, all.length()));
	}

	private static Actor actor(Person person) {
		return Actor.person(person.id(), person.name());
	}

	/**
	 * What somebody asks for.
	 *
	 * @param action how it is audited
	 * @param change what becomes of the journey
	 * @param choice what becomes of the choices
	 * @param again the steps to look at again
	 */
	record Command(String action, UnaryOperator<Onboarding> change, UnaryOperator<Choices> choice, Set<Step> again) {

	}

}
