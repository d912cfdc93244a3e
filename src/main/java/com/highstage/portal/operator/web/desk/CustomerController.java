package com.highstage.portal.operator.web.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import com.highstage.portal.account.StaffMember;
import com.highstage.portal.audit.AuditEntries;
import com.highstage.portal.audit.AuditEntries.Entry;
import com.highstage.portal.evidence.removal.RemovalStandings;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.renewal.Reminders;
import com.highstage.portal.tenant.ConnectionId;

/**
 * The page of one customer.
 */
@Controller
@RequestMapping("/operator/customers/{id}")
class CustomerController {

	private static final int ENTRIES = 30;

	private final Customers customers;

	private final CustomerViews views;

	private final RemovalStandings removals;

	private final AuditEntries entries;

	private final Reminders reminders;

	private final Clock clock;

	CustomerController(Customers customers, CustomerViews views, RemovalStandings removals, AuditEntries entries,
			Reminders reminders, Clock clock) {
		this.customers = customers;
		this.views = views;
		this.removals = removals;
		this.entries = entries;
		this.reminders = reminders;
		this.clock = clock;
	}

	@GetMapping
	String page(StaffMember staff, @PathVariable UUID id, @RequestParam(defaultValue = "") String before, Model model) {
		Customer customer = customer(id);
		ConnectionId connection = show(customer, staff, model).list().row().connection();
		model.addAttribute("reminders", (connection != null) ? this.reminders.of(connection) : List.of());
		showTimeline(customer, before, model);
		model.addAttribute("polls", true);
		return "operator/customer";
	}

	@GetMapping("/state")
	String state(StaffMember staff, @PathVariable UUID id, Model model) {
		show(customer(id), staff, model);
		return "operator/customer :: standing";
	}

	private Customer customer(UUID id) {
		return this.customers.find(new CustomerId(id))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private CustomerView show(Customer customer, StaffMember staff, Model model) {
		CustomerView view = this.views.of(customer, this.clock.instant());
		model.addAttribute("customer", customer);
		model.addAttribute("view", view);
		model.addAttribute("removal",
				Optional.ofNullable(view.list().row().connection()).flatMap(this.removals::of).orElse(null));
		model.addAttribute("mayChange", staff.mayChange());
		return view;
	}

	private void showTimeline(Customer customer, String before, Model model) {
		List<Entry> found = this.entries.about(customer.tenant(), Customer.about(customer.id()), Places.parse(before),
				ENTRIES + 1);
		boolean more = found.size() > ENTRIES;
		List<Entry> shown = more ? found.subList(0, ENTRIES) : found;
		model.addAttribute("entries", shown);
		model.addAttribute("first", Places.parse(before) == Places.END);
		model.addAttribute("older", more ? shown.getLast().sequence() : null);
	}

}
