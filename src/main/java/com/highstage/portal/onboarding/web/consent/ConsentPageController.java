package com.highstage.portal.onboarding.web.consent;

import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletResponse;
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
@RequestMapping("/onboarding/consent")
class ConsentPageController {

	private static final int LOOKS = 15;

	private final JourneyPages pages;

	private final Journey journey;

	ConsentPageController(JourneyPages pages, Journey journey) {
		this.pages = pages;
		this.journey = journey;
	}

	@GetMapping
	String page(Person person, @RequestParam(defaultValue = "") String refused,
			@RequestParam(defaultValue = "") String reference, Model model) {
		this.pages.look(person, Step.CONSENT, model);
		ConsentRefusal.parse(refused, reference)
			.ifPresent((refusal) -> model.addAttribute("refusal", refusal.explanation()));
		return "onboarding/consent";
	}

	@GetMapping(params = "returned")
	String back(Person person, @RequestParam int returned, Model model, HttpServletResponse response) {
		JourneyPage page = this.pages.look(person, Step.CONSENT, model);
		if (page.overview().report(Step.CONSENT).state().isDone()) {
			// whatever comes of it: by now the work may have gone on by itself, even to
			// its end
			this.journey.checkAgain(person);
			return "redirect:/onboarding/progress";
		}
		if (returned > LOOKS) {
			return "redirect:/onboarding/consent";
		}
		// Microsoft needs a moment to show what was just granted; a header also works
		// without JavaScript.
		response.setHeader("Refresh", "2; url=/onboarding/consent?returned=" + (returned + 1));
		model.addAttribute("returned", true);
		return "onboarding/consent";
	}

	@PostMapping(params = "!microsoft")
	String grant(Person person) {
		return Answers.after(this.journey.request(person, Step.CONSENT, UnaryOperator.identity()),
				"/onboarding/progress");
	}

	@PostMapping(params = "microsoft")
	RedirectView grantAtMicrosoft(Person person) {
		return Answers.after(this.journey.microsoftPage(person, Step.CONSENT));
	}

}
