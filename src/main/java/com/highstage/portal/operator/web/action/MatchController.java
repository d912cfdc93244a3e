package com.highstage.portal.operator.web.action;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.highstage.portal.account.Operator;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.operator.action.Candidates;
import com.highstage.portal.tenant.PlainName;

/**
 * Says which customer an organisation is that came by itself: an invited one, or one that
 * the operator names.
 */
@Controller
@RequestMapping("/operator/customers/{id}/match")
class MatchController {

	private static final String PAGE = "operator/match";

	private final Deeds deeds;

	private final Customers customers;

	private final Candidates candidates;

	MatchController(Deeds deeds, Customers customers, Candidates candidates) {
		this.deeds = deeds;
		this.customers = customers;
		this.candidates = candidates;
	}

	@GetMapping
	String page(Operator operator, @PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
		Customer customer = this.deeds.customer(id);
		model.addAttribute("form", MatchForm.of(customer));
		return show(customer, q, model);
	}

	@PostMapping
	String match(Operator operator, @PathVariable UUID id, @ModelAttribute("form") MatchForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Customer customer = this.deeds.customer(id);
		CustomerId same = (form.same() != null) ? new CustomerId(form.same()) : customer.id();
		Optional<Customer> chosen = this.customers.find(same);
		PlainName name = new PlainName(
				(form.same() != null) ? chosen.map(Customer::name).map(PlainName::value).orElse("") : form.typedName());
		String reference = (form.same() != null) ? chosen.map(Customer::reference).orElse("") : form.typedReference();
		if (name.value().isEmpty()) {
			errors.rejectValue("name", "invite.verdict.name-missing");
		}
		if (reference.length() > Invitation.LONGEST_REFERENCE) {
			errors.rejectValue("reference", "invite.verdict.reference-long");
		}
		if (errors.hasErrors()) {
			return show(customer, "", model);
		}
		Optional<Optional<Customer>> done = this.deeds.once(form.pressed(), "match",
				() -> this.customers.match(operator, customer.id(), same, name, reference));
		Optional<Customer> stays = done.flatMap((answer) -> answer);
		String deed = done.isEmpty() ? Deeds.BEFORE : stays.isPresent() ? "matched" : Deeds.NOTHING;
		return Deeds.back(stays.map(Customer::id).orElse(customer.id()), deed, redirect);
	}

	private String show(Customer customer, String text, Model model) {
		model.addAttribute("customer", customer);
		model.addAttribute("q", text);
		model.addAttribute("candidates", this.candidates.search(text));
		return PAGE;
	}

}
