package com.highstage.portal.operator.web.action;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.highstage.portal.account.Operator;
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
	ModelAndView page(Operator operator, @PathVariable UUID id, @PathVariable String kind) {
		Customer customer = this.deeds.customer(id);
		Recipient usual = this.reminders.recipient(customer);
		ConsentForm form = new ConsentForm((usual != null) ? usual.address().value() : null, null, UUID.randomUUID());
		return show(customer, step(kind)).addObject("send", form);
	}

	@PostMapping
	ModelAndView ask(Operator operator, @PathVariable UUID id, @PathVariable String kind,
			@Valid @ModelAttribute("send") ConsentForm form, BindingResult errors, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		if (errors.hasErrors()) {
			return show(customer, step(kind)).addAllObjects(errors.getModel());
		}
		Wish wish = wish(customer, step(kind), form);
		Optional<Optional<SendResult>> done = this.deeds.once(form.pressed(), kind,
				() -> this.consents.ask(operator, customer, wish));
		Optional<SendResult> result = done.flatMap((answer) -> answer);
		if (result.isPresent() && result.get().mail() != null) {
			return view(customer, step(kind)).addObject("sent", result.get());
		}
		String deed = done.isEmpty() ? Deeds.BEFORE : result.isPresent() ? "consent-asked" : Deeds.NOTHING;
		return new ModelAndView(Deeds.back(customer.id(), deed, redirect));
	}

	private Wish wish(Customer customer, Step step, ConsentForm form) {
		Recipient usual = this.reminders.recipient(customer);
		return new Wish(step, MailAddress.parse(Objects.requireNonNullElse(form.address(), "")).orElse(null),
				(usual != null) ? usual.language() : Language.ENGLISH,
				Objects.requireNonNullElse(form.note(), "").strip());
	}

	private ModelAndView show(Customer customer, Step step) {
		if (!this.consents.open(customer).contains(step)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		ModelAndView view = view(customer, step);
		this.consents.declinedAt(customer, step).ifPresent((at) -> view.addObject("declinedAt", at));
		return view;
	}

	private ModelAndView view(Customer customer, Step step) {
		return new ModelAndView(PAGE).addObject("customer", customer)
			.addObject("kind", step.path())
			.addObject("canSend", this.outbox.canSend());
	}

	private static Step step(String kind) {
		return Step.valueOf(kind.toUpperCase(Locale.ROOT));
	}

}
