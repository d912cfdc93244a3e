package com.highstage.portal.onboarding.web.done;

import java.util.List;
import java.util.Optional;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.DonePage;
import com.highstage.portal.onboarding.DonePages;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.onboarding.web.SecretEnd;
import com.highstage.portal.onboarding.web.TroubleView;
import com.highstage.portal.onboarding.web.TroubleViews;

@Controller
@RequestMapping("/onboarding/done")
class DoneController {

	private final DonePages donePages;

	private final JourneyPages pages;

	private final MailboxLists lists;

	private final SecretEnd secretEnd;

	private final TroubleViews troubles;

	DoneController(DonePages donePages, JourneyPages pages, MailboxLists lists, SecretEnd secretEnd,
			TroubleViews troubles) {
		this.donePages = donePages;
		this.pages = pages;
		this.lists = lists;
		this.secretEnd = secretEnd;
		this.troubles = troubles;
	}

	@GetMapping
	String page(Person person, Model model) {
		Optional<DonePage> done = this.donePages.of(person);
		if (done.isEmpty()) {
			return "redirect:/onboarding";
		}
		this.secretEnd.say(this.pages.show(person, done.get().overview(), model).overview(), model);
		model.addAttribute("done", done.get());
		boolean waiting = done.get().overview().report(Step.CHECK).state() instanceof StepState.WaitingForMicrosoft;
		List<TroubleView> wrong = this.troubles.of(person);
		model.addAttribute("troubles", wrong);
		model.addAttribute("live", waiting || done.get().leaving().watched() || !wrong.isEmpty());
		model.addAttribute("every", waiting ? "every 1s" : "every 5s");
		return "onboarding/done";
	}

	@GetMapping("/news")
	ResponseEntity<Void> news(Person person, @RequestParam String seen, Model model) {
		// The background work asks Microsoft; an open page that waits only asks the
		// portal.
		String now = this.pages.known(person, null, model).check().state() + "." + this.lists.of(person).proven() + "."
				+ this.lists.leaving(person).mailboxes().size() + "." + this.troubles.of(person).size();
		boolean unchanged = now.equals(seen);
		return unchanged ? ResponseEntity.noContent().build()
				: ResponseEntity.noContent().header("HX-Refresh", "true").build();
	}

}
