package com.highstage.portal.onboarding.web.register;

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
@RequestMapping("/onboarding/register")
class RegisterController {

	private static final String PAGE = "onboarding/register";

	private final JourneyPages pages;

	private final Journey journey;

	private final ContactField contact;

	RegisterController(JourneyPages pages, Journey journey, ContactField contact) {
		this.pages = pages;
		this.journey = journey;
		this.contact = contact;
	}

	@GetMapping
	String page(Person person, Optional<RememberedForm> typed, Model model) {
		Plan plan = this.pages.look(person, Step.REGISTER, model).overview().plan();
		this.pages.showForm(typed, RegisterForm.class, RegisterForm.of(plan), model);
		return PAGE;
	}

	@PostMapping
	String send(Person person, @Valid @ModelAttribute("form") RegisterForm form, BindingResult errors, Model model) {
		if (!this.pages.accepts(person, Step.REGISTER, form, errors, model)) {
			return PAGE;
		}
		Journey.Answer answer = this.journey.request(person, Step.REGISTER, form::applyTo);
		if (answer instanceof Journey.Answer.Accepted) {
			this.contact.named(person, form.contact());
		}
		return Answers.after(answer, form.then());
	}

}
