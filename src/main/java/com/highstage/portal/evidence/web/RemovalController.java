package com.highstage.portal.evidence.web;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.evidence.removal.Removals.Answer;
import com.highstage.portal.evidence.removal.Removals.Proposal;
import com.highstage.portal.mailbox.Scripts.Script;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.onboarding.web.Notice;

@Controller
@RequestMapping("/onboarding/removal")
class RemovalController {

	private static final String PAGE = "/onboarding/removal";

	private final Removals removals;

	private final RemovalPages views;

	private final JourneyPages pages;

	RemovalController(Removals removals, RemovalPages views, JourneyPages pages) {
		this.removals = removals;
		this.views = views;
		this.pages = pages;
	}

	@GetMapping
	String page(Person person, Model model) {
		model.addAttribute("form", new RemovalForm(""));
		return show(person, model);
	}

	@PostMapping
	String start(Person person, @ModelAttribute("form") RemovalForm form, BindingResult errors, Model model) {
		Answer answer = this.removals.start(person, Objects.requireNonNullElse(form.name(), ""));
		if (answer instanceof Answer.OtherName) {
			errors.rejectValue("name", "removal.mistake." + RemovalForm.Mistake.OTHER_NAME);
			return show(person, model);
		}
		return after(answer);
	}

	@PostMapping("/go-on")
	String goOn(Person person) {
		return after(this.removals.goOn(person));
	}

	@PostMapping("/script-run")
	String scriptHasRun(Person person) {
		return after(this.removals.scriptHasRun(person));
	}

	@PostMapping("/by-hand")
	String doneByHand(Person person) {
		return after(this.removals.doneByHand(person));
	}

	@GetMapping("/script.ps1")
	ResponseEntity<byte[]> script(Person person) {
		return shown(person)
			.map((script) -> ResponseEntity.ok()
				.contentType(MediaType.TEXT_PLAIN)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(script.fileName()).build().toString())
				.body(script.text().getBytes(StandardCharsets.US_ASCII)))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	/**
	 * What an open page asks: whether it shows what is true.
	 * @param person who looks
	 * @param seen the mark of what the page shows
	 * @return nothing, or that the page is to be loaded again
	 */
	@GetMapping("/news")
	ResponseEntity<Void> news(Person person, @RequestParam(defaultValue = "") String seen) {
		@Nullable String mark = this.removals.latest(person.tenant())
			.map((standing) -> this.views.of(person, standing).mark())
			.orElse(null);
		return seen.equals(mark) ? ResponseEntity.noContent().build()
				: ResponseEntity.noContent().header("HX-Refresh", "true").build();
	}

	private String show(Person person, Model model) {
		this.pages.known(person, null, model);
		model.addAttribute("seesMailboxes", Step.CHECK.isFor(person));
		Optional<Proposal> proposal = this.removals.proposal(person.tenant());
		if (proposal.isPresent()) {
			model.addAttribute("proposal", this.views.of(person, proposal.get()));
			return "evidence/removal";
		}
		Optional<Removal.Standing> latest = this.removals.latest(person.tenant());
		if (latest.isEmpty()) {
			return "evidence/nothing";
		}
		RemovalView view = this.views.of(person, latest.get());
		model.addAttribute("view", view);
		model.addAttribute("live", view.isLive());
		if (view.showsHand()) {
			model.addAttribute("secrets", this.views.secrets(latest.get()));
		}
		if (view.showsScript()) {
			shown(person).ifPresent((script) -> model.addAttribute("script", script));
		}
		return "evidence/removing";
	}

	// who can only look sees what goes, not whose mailboxes
	private Optional<Script> shown(Person person) {
		return Step.CHECK.isFor(person) ? this.removals.script(person.tenant()) : Optional.empty();
	}

	private static String after(Answer answer) {
		return switch (answer) {
			case Answer.Accepted() -> "redirect:" + PAGE;
			case Answer.RoleTooSmall ignored -> Answers.overview(Notice.ROLE_TOO_SMALL);
			case Answer.Outdated() -> "redirect:" + PAGE;
			case Answer.OtherName() -> "redirect:" + PAGE;
		};
	}

}
