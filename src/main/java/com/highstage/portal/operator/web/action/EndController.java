package com.highstage.portal.operator.web.action;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.highstage.portal.account.Operator;
import com.highstage.portal.evidence.removal.Removals.Proposal;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.operator.action.Offboarding;
import com.highstage.portal.operator.action.Offboarding.Told;
import com.highstage.portal.operator.action.Reminders;
import com.highstage.portal.tenant.PlainName;

/**
 * Ends a customer's connection, after a page that says what happens and asks for the
 * customer's name: there is no way back.
 */
@Controller
@RequestMapping("/operator/customers/{id}/end")
class EndController {

	private static final String PAGE = "operator/end";

	private final Deeds deeds;

	private final Offboarding offboarding;

	private final Reminders reminders;

	private final Outbox outbox;

	EndController(Deeds deeds, Offboarding offboarding, Reminders reminders, Outbox outbox) {
		this.deeds = deeds;
		this.offboarding = offboarding;
		this.reminders = reminders;
		this.outbox = outbox;
	}

	@GetMapping
	String page(Operator operator, @PathVariable UUID id, Model model, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		model.addAttribute("form", EndForm.empty());
		return this.offboarding.proposal(customer)
			.map((proposal) -> show(customer, proposal, model))
			.orElseGet(() -> Deeds.back(customer.id(), Deeds.NOTHING, redirect));
	}

	@PostMapping
	String end(Operator operator, @PathVariable UUID id, @Valid @ModelAttribute("form") EndForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		Optional<Proposal> proposal = this.offboarding.proposal(customer);
		if (proposal.isPresent() && !isName(form.typedName(), customer, proposal.get())) {
			errors.rejectValue("name", "deed.end.mistake." + EndForm.Mistake.OTHER_NAME);
		}
		if (proposal.isPresent() && errors.hasErrors()) {
			return show(customer, proposal.get(), model);
		}
		Optional<Optional<Told>> done = this.deeds.once(form.pressed(), "end",
				() -> this.offboarding.end(operator, customer, form.typedReason()));
		String deed = done.isEmpty() ? Deeds.BEFORE
				: done.get()
					.map((told) -> "ended-" + told.name().toLowerCase(Locale.ROOT).replace('_', '-'))
					.orElse(Deeds.NOTHING);
		return Deeds.back(customer.id(), deed, redirect);
	}

	private String show(Customer customer, Proposal proposal, Model model) {
		model.addAttribute("customer", customer);
		model.addAttribute("name", name(customer, proposal));
		model.addAttribute("proposal", proposal);
		model.addAttribute("recipient", this.reminders.recipient(customer));
		model.addAttribute("canSend", this.outbox.canSend());
		return PAGE;
	}

	private static String name(Customer customer, Proposal proposal) {
		return names(customer, proposal).findFirst().orElseThrow();
	}

	private static boolean isName(String typed, Customer customer, Proposal proposal) {
		String name = new PlainName(typed).value().strip();
		return names(customer, proposal).anyMatch((one) -> one.equalsIgnoreCase(name));
	}

	private static Stream<String> names(Customer customer, Proposal proposal) {
		return Stream
			.of(customer.name().value(), proposal.connection().organisationName().value(),
					proposal.connection().tenant().toString())
			.map(String::strip)
			.filter((one) -> !one.isEmpty());
	}

}
