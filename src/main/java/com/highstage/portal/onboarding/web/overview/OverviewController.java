package com.highstage.portal.onboarding.web.overview;

import java.util.Set;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.ContactField;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.onboarding.web.Notice;
import com.highstage.portal.onboarding.web.SecretEnd;
import com.highstage.portal.onboarding.web.TroubleViews;

@Controller
@RequestMapping("/onboarding")
class OverviewController {

	private static final Set<String> PAGES = Set.of("allow", "register", "secret", "permissions", "consent",
			"mailboxes", "check", "progress", "done");

	private final JourneyPages pages;

	private final Journey journey;

	private final MailboxLists lists;

	private final ContactField contact;

	private final SecretEnd secretEnd;

	private final TroubleViews troubles;

	OverviewController(JourneyPages pages, Journey journey, MailboxLists lists, ContactField contact,
			SecretEnd secretEnd, TroubleViews troubles) {
		this.pages = pages;
		this.journey = journey;
		this.lists = lists;
		this.contact = contact;
		this.secretEnd = secretEnd;
		this.troubles = troubles;
	}

	@GetMapping
	String overview(Person person, Model model) {
		this.secretEnd.say(this.pages.look(person, null, model).overview(), model);
		model.addAttribute("troubles", this.troubles.of(person));
		model.addAttribute("leaving", this.lists.leaving(person));
		this.contact.of(person).ifPresent((contact) -> model.addAttribute("contact", contact));
		return "onboarding/overview";
	}

	@PostMapping("/check-again")
	String checkAgain(Person person, @RequestParam(defaultValue = "") String page) {
		this.journey.checkAgain(person);
		return "redirect:" + (PAGES.contains(page) ? "/onboarding/" + page : "/onboarding");
	}

	@PostMapping("/contact")
	String askContactAgain(Person person) {
		if (!person.may(Ability.REGISTER)) {
			return Answers.overview(Notice.ROLE_TOO_SMALL);
		}
		this.contact.askAgain(person);
		return Answers.overview(Notice.CONTACT_ASKED);
	}

	@PostMapping("/cancel")
	String cancel(Person person) {
		return Answers.after(this.journey.cancel(person), "/onboarding?notice=" + Notice.CANCELLED.key());
	}

	@PostMapping("/way-out")
	String take(Person person, @RequestParam Step step, @RequestParam WayOut wayOut) {
		return Answers.after(this.journey.take(person, step, wayOut), "/onboarding/progress");
	}

}
