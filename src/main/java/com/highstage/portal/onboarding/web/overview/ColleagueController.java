package com.highstage.portal.onboarding.web.overview;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.highstage.portal.account.Person;
import com.highstage.portal.consent.ColleagueLink;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.onboarding.web.Notice;

/**
 * A link for a colleague. Making one answers with a page instead of a redirect, because
 * the link is shown once and kept nowhere.
 */
@Controller
@RequestMapping("/onboarding/colleague/{step:allow|consent|mailboxes}")
class ColleagueController {

	private static final String PAGE = "onboarding/colleague";

	private final JourneyPages pages;

	private final Journey journey;

	ColleagueController(JourneyPages pages, Journey journey) {
		this.pages = pages;
		this.journey = journey;
	}

	@GetMapping
	String page(Person person, @PathVariable("step") String name, Model model) {
		this.pages.known(person, step(name), model);
		return PAGE;
	}

	@PostMapping
	String makeLink(Person person, @PathVariable("step") String name, Model model) {
		return switch (this.journey.linkForColleague(person, step(name))) {
			case Journey.LinkAnswer.Made(ColleagueLink link) -> {
				this.pages.known(person, step(name), model);
				model.addAttribute("link", link);
				yield PAGE;
			}
			case Journey.NotInvited() -> Answers.overview(Notice.NOT_INVITED);
			case Journey.Outdated() -> Answers.overview(Notice.OUTDATED);
		};
	}

	private static Step step(String name) {
		return Step.valueOf(name.toUpperCase(Locale.ROOT));
	}

}
