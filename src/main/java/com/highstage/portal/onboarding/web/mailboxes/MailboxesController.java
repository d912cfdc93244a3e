package com.highstage.portal.onboarding.web.mailboxes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.JourneyPage;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.onboarding.web.Primary;
import com.highstage.portal.onboarding.web.mailboxes.Choosing.Search;
import com.highstage.portal.onboarding.web.mailboxes.Choosing.Verdicts;
import com.highstage.portal.site.RememberedForm;
import com.highstage.portal.tenant.MailboxAddress;

@Controller
@RequestMapping("/onboarding/mailboxes")
class MailboxesController {

	private static final String PAGE = "onboarding/mailboxes";

	private static final String MISTAKE = "form.mailboxes.";

	private final JourneyPages pages;

	private final Journey journey;

	private final MailboxLists lists;

	private final Choosing choosing;

	MailboxesController(JourneyPages pages, Journey journey, MailboxLists lists, Choosing choosing) {
		this.pages = pages;
		this.journey = journey;
		this.lists = lists;
		this.choosing = choosing;
	}

	@GetMapping
	String page(Person person, Optional<RememberedForm> typed, Model model) {
		Plan plan = this.pages.look(person, Step.MAILBOXES, model).overview().plan();
		this.pages.showForm(typed, MailboxesForm.class, MailboxesForm.of(plan), model);
		return show(person, model);
	}

	@PostMapping(params = "!search")
	String send(Person person, @Valid @ModelAttribute("form") MailboxesForm form, BindingResult errors, Model model) {
		if (!this.pages.accepts(person, Step.MAILBOXES, form, errors, model)) {
			model.addAttribute("pieces", form.pasted().pieces());
			return show(person, model);
		}
		Overview shown = this.pages.known(person, Step.MAILBOXES, model).overview();
		List<MailboxAddress> known = shown.plan().mailboxes();
		if (form.addresses().isEmpty() && known.isEmpty()) {
			errors.rejectValue("mailboxes", MISTAKE + "none");
			return show(person, model);
		}
		Verdicts verdicts = this.choosing.look(person, form.addresses(), known);
		if (!verdicts.missing().isEmpty() && !form.keepsUnknown()) {
			model.addAttribute("missing", verdicts.missing());
			return show(person, model);
		}
		return Answers.after(this.journey.request(person, Step.MAILBOXES, form.unlessOvertaken(shown)),
				person.may(Ability.MAILBOXES) ? "/onboarding/progress" : "/onboarding/mailboxes");
	}

	// Answers with the page itself, which keeps what was typed and ticked so far.
	@PostMapping(params = "search")
	String search(Person person, @ModelAttribute("form") MailboxesForm form, BindingResult errors, Model model) {
		this.pages.known(person, Step.MAILBOXES, model);
		if (this.choosing.canAsk(person)) {
			Search search = this.choosing.search(person, form.searched());
			model.addAttribute("found", search.found());
			search.problem().ifPresent((why) -> model.addAttribute("searchProblem", why));
		}
		model.addAttribute("form", form.gathered());
		return show(person, model);
	}

	@GetMapping("/script.ps1")
	ResponseEntity<byte[]> script(Person person) {
		return this.lists.script(person)
			.map((script) -> ResponseEntity.ok()
				.contentType(MediaType.TEXT_PLAIN)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(script.fileName()).build().toString())
				.body(script.text().getBytes(StandardCharsets.US_ASCII)))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	private boolean signsInFirst(Person person, Model model) {
		return model.getAttribute("journey") instanceof JourneyPage page && page.primary() == Primary.SIGN_IN
				&& !this.choosing.canAsk(person) && !this.choosing.onlyScript();
	}

	private static boolean canRepair(Model model) {
		return model.getAttribute("journey") instanceof JourneyPage page && page.primary() == Primary.WAY_OUT
				&& page.step() != null && page.step().ownWaysOut().contains(WayOut.REGISTER_AGAIN);
	}

	private String show(Person person, Model model) {
		model.addAttribute("list", this.lists.of(person));
		model.addAttribute("leaving", this.lists.leaving(person));
		this.lists.script(person).ifPresent((script) -> model.addAttribute("script", script));
		model.addAttribute("canAsk", this.choosing.canAsk(person));
		model.addAttribute("onlyScript", this.choosing.onlyScript());
		model.addAttribute("mayName", person.may(Ability.REGISTER) || person.may(Ability.MAILBOXES));
		boolean mayOpen = person.may(Ability.MAILBOXES);
		model.addAttribute("mayOpen", mayOpen);
		if (mayOpen) {
			this.choosing.refusal(person).ifPresent((refusal) -> model.addAttribute("refusal", refusal));
		}
		model.addAttribute("repair", canRepair(model));
		model.addAttribute("signInFirst", mayOpen && signsInFirst(person, model));
		return PAGE;
	}

}
