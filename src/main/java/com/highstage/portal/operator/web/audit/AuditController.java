package com.highstage.portal.operator.web.audit;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.StaffMember;
import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.audit.AuditEntries;
import com.highstage.portal.audit.AuditEntries.Entry;
import com.highstage.portal.audit.AuditEntries.Filter;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.operator.ChainChecks;
import com.highstage.portal.operator.ChainChecks.Check;
import com.highstage.portal.tenant.TenantId;

/**
 * The audit trail, and whether it is whole.
 */
@Controller
@RequestMapping("/operator/audit")
class AuditController {

	private static final int ENTRIES = 50;

	private final AuditEntries entries;

	private final Customers customers;

	private final Concerns concerns;

	private final ChainChecks checks;

	AuditController(AuditEntries entries, Customers customers, Concerns concerns, ChainChecks checks) {
		this.concerns = concerns;
		this.entries = entries;
		this.customers = customers;
		this.checks = checks;
	}

	@GetMapping
	String page(StaffMember staff, AuditForm form, Model model) {
		List<Entry> found = this.entries.find(filter(form), form.place(), ENTRIES + 1);
		boolean more = found.size() > ENTRIES;
		List<Entry> shown = more ? found.subList(0, ENTRIES) : found;
		model.addAttribute("form", form);
		model.addAttribute("entries", shown);
		model.addAttribute("concerns", this.concerns.of(shown));
		model.addAttribute("older", more ? form.older(shown.getLast().sequence()) : null);
		showCheck(staff, model);
		return "operator/audit";
	}

	@GetMapping("/chain")
	String chain(StaffMember staff, Model model) {
		showCheck(staff, model);
		return "operator/audit :: chain";
	}

	@PostMapping("/verify")
	String verify(Operator operator) {
		this.checks.ask(operator);
		return "redirect:/operator/audit#chain";
	}

	private void showCheck(StaffMember staff, Model model) {
		Check check = this.checks.last().orElse(null);
		model.addAttribute("mayChange", staff.mayChange());
		model.addAttribute("polls", check != null && check.goesOn());
		model.addAttribute("check", check);
		model.addAttribute("broken",
				(check != null && check.found() instanceof AuditChain.Broken broken) ? broken : null);
		model.addAttribute("intact",
				(check != null && check.found() instanceof AuditChain.Intact whole) ? whole : null);
	}

	// an id is a customer's, or else an organisation's
	private Filter filter(AuditForm form) {
		UUID id = form.id().orElse(null);
		boolean customer = id != null && this.customers.find(new CustomerId(id)).isPresent();
		return new Filter((id != null && !customer) ? new TenantId(id) : null,
				(id != null && customer) ? Customer.about(new CustomerId(id)) : "", form.text(form.actor()),
				form.text(form.action()), form.onlyRefused(), form.begin(), form.end());
	}

}
