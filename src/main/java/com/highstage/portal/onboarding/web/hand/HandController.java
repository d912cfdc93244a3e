package com.highstage.portal.onboarding.web.hand;

import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.PasteAnswer;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.onboarding.web.Notice;
import com.highstage.portal.site.RememberedForm;

@Controller
@RequestMapping("/onboarding/by-hand")
class HandController {

	private static final String PAGE = "onboarding/by-hand";

	private final JourneyPages pages;

	private final Journey journey;

	HandController(JourneyPages pages, Journey journey) {
		this.pages = pages;
		this.journey = journey;
	}

	@GetMapping
	String page(Person person, Optional<RememberedForm> typed, Model model) {
		this.pages.known(person, null, model);
		this.pages.showForm(typed, HandForm.class, HandForm.of(person.tenant()), model);
		return PAGE;
	}

	@PostMapping
	String paste(Person person, @ModelAttribute("form") HandForm form, BindingResult errors, Model model) {
		return switch (this.journey.paste(person, form.pasted())) {
			case PasteAnswer.Taken ignored -> "redirect:/onboarding/progress";
			case PasteAnswer.Mistaken mistaken -> {
				mistaken.mistakes().forEach((field, mistake) -> reject(errors, field, mistake));
				yield again(person, model);
			}
			case PasteAnswer.NotTried notTried -> {
				model.addAttribute("explanation", notTried.explanation());
				yield again(person, model);
			}
			case Journey.RoleTooSmall ignored -> Answers.overview(Notice.ROLE_TOO_SMALL);
			case Journey.NotInvited() -> Answers.overview(Notice.NOT_INVITED);
		};
	}

	private String again(Person person, Model model) {
		this.pages.known(person, null, model);
		return PAGE;
	}

	private static void reject(BindingResult errors, PasteAnswer.Field field, PasteAnswer.Mistake mistake) {
		if (!errors.hasFieldErrors(field.formName())) {
			errors.rejectValue(field.formName(), "mistake." + mistake.name());
		}
	}

}
