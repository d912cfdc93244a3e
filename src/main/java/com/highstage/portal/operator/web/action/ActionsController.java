package com.highstage.portal.operator.web.action;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.highstage.portal.account.Operator;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Sent;
import com.highstage.portal.operator.action.Reminders;
import com.highstage.portal.operator.action.Reminders.Answer;

/**
 * What an operator does on a customer's page. Where a link is to be copied, the answer is
 * a page instead of a redirect, because the link is shown once and kept nowhere.
 */
@Controller
@RequestMapping("/operator/customers/{id}")
class ActionsController {

	private static final int LONGEST_NOTE = 2000;

	private final Deeds deeds;

	private final Customers customers;

	private final Reminders reminders;

	ActionsController(Deeds deeds, Customers customers, Reminders reminders) {
		this.deeds = deeds;
		this.customers = customers;
		this.reminders = reminders;
	}

	@PostMapping("/resend")
	String resend(Operator operator, @PathVariable UUID id, @RequestParam UUID press, Model model,
			RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		Optional<Optional<Sent>> done = this.deeds.once(press, "resend",
				() -> this.customers.resend(operator, customer.id()));
		Optional<Sent> sent = done.flatMap((answer) -> answer);
		if (sent.isPresent() && sent.get().mail() != null) {
			return link(customer, sent.get(), model);
		}
		return Deeds.back(customer.id(), said(done.isPresent(), sent.isPresent(), "resent"), redirect);
	}

	@PostMapping("/replace")
	String replace(Operator operator, @PathVariable UUID id, @RequestParam UUID press, Model model,
			RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		Optional<Optional<Sent>> done = this.deeds.once(press, "replace",
				() -> this.customers.replace(operator, customer.id()));
		Optional<Sent> sent = done.flatMap((answer) -> answer);
		return sent.map((made) -> link(customer, made, model))
			.orElseGet(() -> Deeds.back(customer.id(), said(done.isPresent(), false, "replaced"), redirect));
	}

	@PostMapping("/revoke")
	String revoke(Operator operator, @PathVariable UUID id, @RequestParam UUID press, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		Optional<Boolean> done = this.deeds.once(press, "revoke", () -> this.customers.revoke(operator, customer.id()));
		return Deeds.back(customer.id(), said(done.isPresent(), done.orElse(false), "revoked"), redirect);
	}

	@PostMapping("/cancel")
	String cancel(Operator operator, @PathVariable UUID id, @RequestParam UUID press, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		Optional<Boolean> done = this.deeds.once(press, "cancel", () -> this.customers.cancel(operator, customer.id()));
		return Deeds.back(customer.id(), said(done.isPresent(), done.orElse(false), "cancelled"), redirect);
	}

	@PostMapping("/release")
	String release(Operator operator, @PathVariable UUID id, @RequestParam UUID press, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		Optional<Boolean> done = this.deeds.once(press, "release",
				() -> this.customers.release(operator, customer.id()));
		return Deeds.back(customer.id(), said(done.isPresent(), done.orElse(false), "released"), redirect);
	}

	@PostMapping("/remind")
	String remind(Operator operator, @PathVariable UUID id, @RequestParam UUID press,
			@RequestParam(defaultValue = "false") boolean anyway, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		Optional<Optional<Answer>> done = this.deeds.once(press, "remind",
				() -> this.reminders.remind(operator, customer.id(), anyway));
		String deed = done.flatMap((answer) -> answer)
			.map((answer) -> "reminded-" + answer.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.orElse(Deeds.BEFORE);
		return Deeds.back(customer.id(), deed, redirect);
	}

	@PostMapping("/note")
	String note(Operator operator, @PathVariable UUID id, @RequestParam UUID press,
			@RequestParam(defaultValue = "") String text, Model model, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		String note = text.strip();
		if (note.isEmpty() || note.length() > LONGEST_NOTE) {
			model.addAttribute("customer", customer);
			model.addAttribute("text", text);
			model.addAttribute("press", UUID.randomUUID());
			return "operator/note";
		}
		Optional<Boolean> done = this.deeds.once(press, "note",
				() -> this.customers.note(operator, customer.id(), note));
		return Deeds.back(customer.id(), said(done.isPresent(), done.orElse(false), "noted"), redirect);
	}

	private static String said(boolean first, boolean did, String deed) {
		return !first ? Deeds.BEFORE : did ? deed : Deeds.NOTHING;
	}

	private static String link(Customer customer, Sent sent, Model model) {
		model.addAttribute("customer", customer);
		model.addAttribute("sent", sent);
		return "operator/link";
	}

}
