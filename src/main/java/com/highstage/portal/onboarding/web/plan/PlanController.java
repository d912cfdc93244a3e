package com.highstage.portal.onboarding.web.plan;

import java.util.Optional;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.ContactField;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.site.RememberedForm;

@Controller
@RequestMapping("/onboarding/plan")
class PlanController {

	private static final String PAGE = "onboarding/plan";

	private final JourneyPages pages;

	private final Journey journey;

	private final ContactField contact;

	PlanController(JourneyPages pages, Journey journey, ContactField contact) {
		this.pages = pages;
		this.journey = journey;
		this.contact = contact;
	}

	@GetMapping
	String page(Person person, Optional<RememberedForm> typed, Model model) {
		Plan plan = this.pages.look(person, null, model).overview().plan();
		this.pages.showForm(typed, WholePlanForm.class, WholePlanForm.of(plan), model);
		return PAGE;
	}

	@PostMapping
	String send(Person person, @Valid @ModelAttribute("form") WholePlanForm form, BindingResult errors, Model model) {
		if (!this.pages.accepts(person, null, form, errors, model)) {
			return PAGE;
		}
		Journey.Answer answer = this.journey.request(person, Step.CHECK, form::applyTo);
		if (answer instanceof Journey.Answer.Accepted) {
			this.contact.named(person, form.contact());
		}
		return Answers.after(answer, "/onboarding/progress");
	}

}
