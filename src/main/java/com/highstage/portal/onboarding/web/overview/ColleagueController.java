package com.highstage.portal.onboarding.web.overview;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.highstage.portal.account.Person;
import com.highstage.portal.consent.ColleagueLink;
import com.highstage.portal.invitation.ColleagueMails;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Plea;
import com.highstage.portal.invitation.SendForm;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.onboarding.web.Notice;
import com.highstage.portal.site.Language;

/**
 * A link for a colleague, mailed or to be copied. Making one answers with a page instead
 * of a redirect, because the link is shown once and kept nowhere.
 */
@Controller
@RequestMapping("/onboarding/colleague/{step:allow|consent|mailboxes}")
class ColleagueController {

	private static final String PAGE = "onboarding/colleague";

	private final JourneyPages pages;

	private final Journey journey;

	private final ColleagueMails mails;

	private final Outbox outbox;

	ColleagueController(JourneyPages pages, Journey journey, ColleagueMails mails, Outbox outbox) {
		this.pages = pages;
		this.journey = journey;
		this.mails = mails;
		this.outbox = outbox;
	}

	@GetMapping
	String page(Person person, @PathVariable("step") String name, Model model) {
		model.addAttribute("send", SendForm.empty());
		return show(person, step(name), model);
	}

	@PostMapping
	String send(Person person, @PathVariable("step") String name, @Valid @ModelAttribute("send") SendForm form,
			BindingResult errors, Model model, Locale locale) {
		Step step = step(name);
		if (errors.hasErrors()) {
			return show(person, step, model);
		}
		return switch (this.journey.linkForColleague(person, step)) {
			case Journey.LinkAnswer.Made(ColleagueLink link) -> {
				Language language = Language.of(locale.getLanguage()).orElse(Language.ENGLISH);
				model.addAttribute("sent", form.send(this.mails, person, new Plea(LinkKind.valueOf(step.name()),
						link.address(), link.validUntil(), language, about(person, step))));
				yield show(person, step, model);
			}
			case Journey.NotInvited() -> Answers.overview(Notice.NOT_INVITED);
			case Journey.Outdated() -> Answers.overview(Notice.OUTDATED);
		};
	}

	private String show(Person person, Step step, Model model) {
		this.pages.known(person, step, model);
		model.addAttribute("canSend", this.mails.canSend());
		model.addAttribute("deliveries", Step.CHECK.isFor(person) ? this.outbox.about(about(person, step)) : List.of());
		return PAGE;
	}

	private static String about(Person person, Step step) {
		return "colleague/" + person.tenant() + "/" + step.path();
	}

	private static Step step(String name) {
		return Step.valueOf(name.toUpperCase(Locale.ROOT));
	}

}
