package com.highstage.portal.onboarding.web.permissions;

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
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.site.RememberedForm;

@Controller
@RequestMapping("/onboarding/permissions")
class PermissionsController {

	private static final String PAGE = "onboarding/permissions";

	private final JourneyPages pages;

	private final Journey journey;

	PermissionsController(JourneyPages pages, Journey journey) {
		this.pages = pages;
		this.journey = journey;
	}

	@GetMapping
	String page(Person person, Optional<RememberedForm> typed, Model model) {
		Plan plan = this.pages.look(person, Step.PERMISSIONS, model).overview().plan();
		this.pages.showForm(typed, PermissionsForm.class, PermissionsForm.of(plan), model);
		return PAGE;
	}

	@PostMapping
	String send(Person person, @Valid @ModelAttribute("form") PermissionsForm form, BindingResult errors, Model model) {
		if (!this.pages.accepts(person, Step.PERMISSIONS, form, errors, model)) {
			return PAGE;
		}
		return Answers.after(this.journey.request(person, Step.PERMISSIONS, form::applyTo), "/onboarding/progress");
	}

}
