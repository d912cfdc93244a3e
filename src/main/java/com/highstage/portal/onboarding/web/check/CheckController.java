package com.highstage.portal.onboarding.web.check;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.JourneyPage;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.onboarding.web.Moments;
import com.highstage.portal.onboarding.web.Notice;
import com.highstage.portal.onboarding.web.StepView;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.Remedy;

@Controller
@RequestMapping("/onboarding/check")
class CheckController {

	private static final String PAGE = "onboarding/check";

	private final JourneyPages pages;

	private final Journey journey;

	private final MailboxLists lists;

	private final Moments moments;

	CheckController(JourneyPages pages, Journey journey, MailboxLists lists, Moments moments) {
		this.pages = pages;
		this.journey = journey;
		this.lists = lists;
		this.moments = moments;
	}

	@GetMapping
	String page(Person person, Model model) {
		return show(person, this.pages.look(person, Step.CHECK, model), model);
	}

	@PostMapping
	String again(Person person) {
		return Answers.after(this.journey.take(person, Step.CHECK, WayOut.TRY_AGAIN), "/onboarding/progress");
	}

	@PostMapping("/mend")
	String mend(Person person, @RequestParam String mailbox, @RequestParam MailPermission protocol,
			@RequestParam Remedy remedy) {
		return MailboxAddress.parse(mailbox)
			.map((address) -> Answers.after(this.journey.mend(person, address, protocol, remedy),
					"/onboarding/progress"))
			.orElseGet(() -> Answers.overview(Notice.OUTDATED));
	}

	// Answers with the page itself: what was found is shown once and kept nowhere.
	@PostMapping("/closed")
	String closed(Person person, Model model) {
		return switch (this.journey.proveClosed(person)) {
			case Journey.ClosedAnswer.Tried tried -> {
				model.addAttribute("closed", tried);
				yield show(person, this.pages.known(person, Step.CHECK, model), model);
			}
			case Journey.ClosedAnswer.Later ignored -> "redirect:/onboarding/check";
			case Journey.ClosedAnswer.NotTried() -> {
				model.addAttribute("closedNotTried", true);
				yield show(person, this.pages.known(person, Step.CHECK, model), model);
			}
			case Journey.RoleTooSmall ignored -> Answers.overview(Notice.ROLE_TOO_SMALL);
		};
	}

	private String show(Person person, JourneyPage page, Model model) {
		MailboxList list = this.lists.of(person);
		model.addAttribute("list", list);
		if (!model.containsAttribute("closed")) {
			this.lists.closed(person)
				.ifPresent((answer) -> model
					.addAttribute((answer instanceof Journey.ClosedAnswer.Tried) ? "closed" : "closedLater", answer));
		}
		model.addAttribute("troubles", Trouble.in(list));
		model.addAttribute("mayOpen", person.may(Ability.MAILBOXES));
		// afterwards the secret's value is gone, and nothing can be tried with it
		model.addAttribute("atWork", page.overview().isActive());
		model.addAttribute("whole", isAboutTheWhole(page.check(), list));
		if (page.check().is("waiting-for-microsoft")) {
			nextLook(list).ifPresent((at) -> model.addAttribute("nextLook", this.moments.next(at)));
		}
		return PAGE;
	}

	// a token that is refused stands in the way of every login, whatever they have shown
	private static boolean isAboutTheWhole(StepView check, MailboxList list) {
		Explanation said = check.details().explanation();
		boolean ofLogins = said != null && said.key().endsWith("-proven");
		return check.is("waiting-for-you") || (check.is("failed") && !(ofLogins && !list.entries().isEmpty()))
				|| check.is("waiting-for-colleague");
	}

	private static Optional<Instant> nextLook(MailboxList list) {
		return list.entries()
			.stream()
			.flatMap((entry) -> entry.checks().stream())
			.flatMap((check) -> (check.result() instanceof CheckResult.Waiting waiting) ? Stream.of(waiting.nextLook())
					: Stream.empty())
			.min(Comparator.naturalOrder());
	}

}
