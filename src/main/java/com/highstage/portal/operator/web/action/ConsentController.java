package com.highstage.portal.operator.web.action;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.highstage.portal.account.Operator;
import com.highstage.portal.invitation.SendForm;
import com.highstage.portal.invitation.SendResult;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.operator.action.Consents;
import com.highstage.portal.operator.action.Consents.Wish;
import com.highstage.portal.operator.action.Reminders;
import com.highstage.portal.operator.action.Reminders.Recipient;
import com.highstage.portal.site.Language;

/**
 * Sends a link with which somebody in the customer's organisation consents on Microsoft's
 * page. A link to be copied is shown at once instead of after a redirect, because it is
 * kept nowhere.
 */
@Controller
@RequestMapping("/operator/customers/{id}/consent/{kind:allow|consent}")
class ConsentController {

	private static final String PAGE = "operator/consent";

	private final Deeds deeds;

	private final Consents consents;

	private final Reminders reminders;

	private final Outbox outbox;

	ConsentController(Deeds deeds, Consents consents, Reminders reminders, Outbox outbox) {
		this.deeds = deeds;
		this.consents = consents;
		this.reminders = reminders;
		this.outbox = outbox;
	}

	@GetMapping
	String page(Operator operator, @PathVariable UUID id, @PathVariable String kind, Model model) {
		Customer customer = this.deeds.customer(id);
		Recipient usual = this.reminders.recipient(customer);
		model.addAttribute("send", new SendForm((usual != null) ? usual.address().value() : null, null));
		return show(customer, step(kind), model);
	}

	@PostMapping
	String ask(Operator operator, @PathVariable UUID id, @PathVariable String kind, @RequestParam UUID press,
			@Valid @ModelAttribute("send") SendForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		if (errors.hasErrors()) {
			return show(customer, step(kind), model);
		}
		Wish wish = wish(customer, step(kind), form);
		Optional<Optional<SendResult>> done = this.deeds.once(press, () -> this.consents.ask(operator, customer, wish));
		Optional<SendResult> result = done.flatMap((answer) -> answer);
		if (result.isPresent() && result.get().mail() != null) {
			model.addAttribute("sent", result.get());
			return show(customer, step(kind), model);
		}
		String deed = done.isEmpty() ? Deeds.BEFORE : result.isPresent() ? "consent-asked" : Deeds.NOTHING;
		return Deeds.back(customer.id(), deed, redirect);
	}

	private Wish wish(Customer customer, Step step, SendForm form) {
		Recipient usual = this.reminders.recipient(customer);
		return new Wish(step, MailAddress.parse(Objects.requireNonNullElse(form.address(), "")).orElse(null),
				(usual != null) ? usual.language() : Language.ENGLISH,
				Objects.requireNonNullElse(form.note(), "").strip());
	}

	private String show(Customer customer, Step step, Model model) {
		if (!this.consents.open(customer).contains(step) && !model.containsAttribute("sent")) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("customer", customer);
		model.addAttribute("kind", step.path());
		model.addAttribute("press", UUID.randomUUID());
		model.addAttribute("canSend", this.outbox.canSend());
		this.consents.declinedAt(customer, step).ifPresent((at) -> model.addAttribute("declinedAt", at));
		return PAGE;
	}

	private static Step step(String kind) {
		return Step.valueOf(kind.toUpperCase(Locale.ROOT));
	}

}
