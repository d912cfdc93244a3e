package com.highstage.portal.onboarding.web.allow;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import com.highstage.portal.account.Person;
import com.highstage.portal.consent.ConsentRefusal;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.JourneyPage;
import com.highstage.portal.onboarding.web.JourneyPages;

@Controller
@RequestMapping("/onboarding/allow")
class AllowController {

	private final JourneyPages pages;

	private final Journey journey;

	AllowController(JourneyPages pages, Journey journey) {
		this.pages = pages;
		this.journey = journey;
	}

	@GetMapping
	String page(Person person, @RequestParam(defaultValue = "") String refused,
			@RequestParam(defaultValue = "") String reference, Model model) {
		this.pages.look(person, Step.ALLOW, model);
		ConsentRefusal.parse(refused, reference)
			.ifPresent((refusal) -> model.addAttribute("refusal", refusal.explanation()));
		return "onboarding/allow";
	}

	@GetMapping(params = "returned")
	String back(Person person, Model model) {
		JourneyPage page = this.pages.look(person, Step.ALLOW, model);
		return page.overview().report(Step.ALLOW).state().isDone() ? "redirect:" + page.nextPath() : "onboarding/allow";
	}

	@PostMapping
	RedirectView allow(Person person) {
		return Answers.after(this.journey.microsoftPage(person, Step.ALLOW));
	}

}
