package com.highstage.portal.consent.web;

import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Person;
import com.highstage.portal.consent.ConsentCallback;
import com.highstage.portal.consent.ConsentRefusal;
import com.highstage.portal.consent.ConsentRequests;
import com.highstage.portal.consent.ConsentReturned;
import com.highstage.portal.consent.ConsentTarget;

/**
 * Where Microsoft's consent pages send people back to. Anyone can type this address, so
 * it proves nothing and only makes the portal look; no organisation is taken from it.
 */
@Controller
class CallbackController {

	private final ConsentRequests requests;

	private final ApplicationEventPublisher events;

	CallbackController(ConsentRequests requests, ApplicationEventPublisher events) {
		this.requests = requests;
		this.events = events;
	}

	@GetMapping(ConsentCallback.PATH)
	String returned(Optional<Person> person, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "") String error,
			@RequestParam(name = "error_description", defaultValue = "") String description, Model model) {
		Optional<ConsentTarget> target = this.requests.end(state);
		Optional<ConsentRefusal> refusal = ConsentRefusal.read(error, description);
		// before anybody looks who hears of the return
		refusal.ifPresent((ignored) -> this.requests.declined(state));
		target.ifPresent((ended) -> this.events.publishEvent(new ConsentReturned(ended.tenant())));
		if (person.isPresent()) {
			return target.filter((ended) -> ended.tenant().equals(person.get().tenant()))
				.map((ended) -> address(ended, refusal))
				.orElse("redirect:/onboarding");
		}
		model.addAttribute("outcome", target.isEmpty() ? "unknown" : refusal.isPresent() ? "declined" : "thanks");
		refusal.filter((any) -> target.isPresent())
			.ifPresent((any) -> model.addAttribute("explanation", any.explanation()));
		return "consent/returned";
	}

	private static String address(ConsentTarget target, Optional<ConsentRefusal> refusal) {
		String page = switch (target) {
			case ConsentTarget.Portal ignored -> "/onboarding/allow";
			case ConsentTarget.Application ignored -> "/onboarding/consent";
		};
		if (refusal.isPresent()) {
			return "redirect:" + page + refusal.get().query();
		}
		return (target instanceof ConsentTarget.Portal)
				? "redirect:/sign-in/extend?resource=GRAPH_APPLICATIONS&then=" + page + "?returned"
				: "redirect:" + page + "?returned=1";
	}

}
