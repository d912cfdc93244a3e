package com.highstage.portal.onboarding.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.consent.ColleagueLink;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.HandMade;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.OpenTroubles;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.PasteAnswer;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.Remedy;
import com.highstage.portal.verification.Trouble;

/**
 * A journey that stands where it was put, and remembers what was asked of it.
 */
class StandingJourney implements Journey, Overviews, OpenTroubles, DelegatedTokens {

	private final List<String> asked = new ArrayList<>();

	private Overview overview = Journeys.fresh();

	private List<Trouble> troubles = List.of();

	private PasteAnswer pasteAnswer = new Journey.NotInvited();

	void stand(Overview where) {
		this.overview = where;
		this.asked.clear();
		this.troubles = List.of();
	}

	void breakDown(List<Trouble> wrong) {
		this.troubles = wrong;
	}

	@Override
	public List<Trouble> troubles(Person person) {
		return this.troubles;
	}

	void answerPaste(PasteAnswer answer) {
		this.pasteAnswer = answer;
	}

	List<String> asked() {
		return this.asked;
	}

	@Override
	public Overview of(Person person) {
		return this.overview;
	}

	@Override
	public Overview known(Person person) {
		return this.overview;
	}

	@Override
	public Answer request(Person person, Step goal, UnaryOperator<Plan> changes) {
		Plan plan = changes.apply(this.overview.plan());
		this.asked.add(goal + " " + plan.applicationName() + " " + plan.mailboxes());
		return new Answer.Accepted(Journeys.ONBOARDING);
	}

	@Override
	public Answer take(Person person, Step step, WayOut wayOut) {
		this.asked.add(step + " " + wayOut);
		return new Answer.Accepted(Journeys.ONBOARDING);
	}

	@Override
	public Answer mend(Person person, MailboxAddress mailbox, MailPermission protocol, Remedy remedy) {
		this.asked.add(remedy + " " + mailbox + " " + protocol);
		return new Answer.Accepted(Journeys.ONBOARDING);
	}

	@Override
	public ClosedAnswer proveClosed(Person person) {
		return new ClosedAnswer.Tried(new MailboxAddress("admin@contoso.example"), MailboxProof.Negative.STAYS_CLOSED);
	}

	@Override
	public Answer checkAgain(Person person) {
		this.asked.add("check again");
		return new Journey.Outdated();
	}

	@Override
	public Answer cancel(Person person) {
		this.asked.add("cancel");
		return new Answer.Accepted(Journeys.ONBOARDING);
	}

	@Override
	public PasteAnswer paste(Person person, HandMade pasted) {
		return this.pasteAnswer;
	}

	@Override
	public PageAnswer microsoftPage(Person person, Step step) {
		return new PageAnswer.Go(URI.create("https://login.microsoftonline.com/adminconsent?state=%7B" + step + "%7D"));
	}

	@Override
	public LinkAnswer linkForColleague(Person person, Step step) {
		return new LinkAnswer.Made(new ColleagueLink(URI.create("https://portal.example/link/abc"),
				Journeys.NOW.plus(Duration.ofDays(7))));
	}

	@Override
	public Optional<Secret> find(SignInId signIn, Resource resource) {
		return Optional.empty();
	}

}
