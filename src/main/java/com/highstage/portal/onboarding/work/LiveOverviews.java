package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.onboarding.Looked;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Seen;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;

/**
 * Overviews from the database, and from Microsoft where it was asked.
 */
@Service
class LiveOverviews implements Overviews {

	private final Backgrounds backgrounds;

	private final Ask ask;

	private final Allowance allowance;

	private final Changes changes;

	private final Judge judge;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	LiveOverviews(Backgrounds backgrounds, Ask ask, Allowance allowance, Changes changes, Judge judge,
			LookContext context) {
		this.backgrounds = backgrounds;
		this.ask = ask;
		this.allowance = allowance;
		this.changes = changes;
		this.judge = judge;
		this.events = context.events();
		this.clock = context.clock();
	}

	@Override
	public Overview of(Person person) {
		Instant asked = this.clock.instant();
		Background background = this.backgrounds.of(person);
		Report allowed = this.allowance.of(person, background.step(Step.ALLOW));
		if (!allowed.state().isDone() || !hasDirectory(person)) {
			this.ask.exchange(delegation(person), this.backgrounds.connectionOf(person, background),
					exchange(person, background));
			tell(background, null, asked);
			return known(person);
		}
		Found found = this.ask.microsoft(delegation(person), this.backgrounds.connectionOf(person, background),
				exchange(person, background));
		// what was looked up in Exchange stands in the mailboxes' rows
		Background after = (found.exchangeFacts() != null) ? this.backgrounds.of(person) : background;
		Overview overview = overview(person, after, this.judge.steps(person, allowed, found, after), found);
		this.events.publishEvent(new Looked(person, overview));
		tell(background, found, asked);
		return overview;
	}

	private void tell(Background background, @Nullable Found found, Instant asked) {
		Connection connection = background.connection();
		if (connection != null && connection.finishedAt() != null) {
			this.events.publishEvent(new Seen(connection.id(),
					(found != null) ? new DirectoryOf(found, connection.application()).at(asked) : null));
		}
	}

	private boolean hasDirectory(Person person) {
		return this.allowance.openToDirectory(person);
	}

	private static Delegation delegation(Person person) {
		return new Delegation(person.tenant(), person.signIn());
	}

	private Ask.Exchange exchange(Person person, Background background) {
		Connection connection = background.connection();
		boolean registered = connection != null && connection.application().servicePrincipal() != null;
		boolean asked = registered && !background.plan().mailboxes().isEmpty() && this.allowance.openToExchange(person);
		return new Ask.Exchange(asked, background.plan().permissions());
	}

	@Override
	public Overview known(Person person) {
		Background background = this.backgrounds.of(person);
		return known(person, background, this.allowance.of(person, background.step(Step.ALLOW)));
	}

	@Override
	public Overview news(Person person, Predicate<Overview> shown, Duration atMost) {
		Instant end = this.clock.instant().plus(atMost);
		while (true) {
			Changes.Listening listening = this.changes.listen(person.tenant());
			Overview known = known(person);
			Duration left = Duration.between(this.clock.instant(), end);
			if (!shown.test(known) || left.isNegative() || left.isZero()) {
				return known;
			}
			listening.await(left);
		}
	}

	private Overview known(Person person, Background background, Report allowed) {
		List<Report> steps = new ArrayList<>();
		steps.add(allowed);
		Stream.of(Step.values())
			.filter((step) -> step != Step.ALLOW)
			.forEach((step) -> steps.add(background.step(step).report()));
		return overview(person, background, steps, null);
	}

	private static Overview overview(Person person, Background background, List<Report> steps, @Nullable Found found) {
		return new OverviewOf(person, background, steps, found).overview();
	}

	/**
	 * What looking needs from around it.
	 *
	 * @param events who wants to know that somebody has looked
	 * @param clock the time
	 */
	@Component
	record LookContext(ApplicationEventPublisher events, Clock clock) {

	}

}
