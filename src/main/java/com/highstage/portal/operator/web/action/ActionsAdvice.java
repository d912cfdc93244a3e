package com.highstage.portal.operator.web.action;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import com.highstage.portal.account.StaffMember;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.operator.action.Consents;
import com.highstage.portal.operator.action.Offboarding;
import com.highstage.portal.operator.action.Reminders;

/**
 * Gives a customer's page its buttons, if whoever looks may press them.
 */
@ControllerAdvice("com.highstage.portal.operator.web")
class ActionsAdvice {

	private final Customers customers;

	private final Reminders reminders;

	private final Consents consents;

	private final Offboarding offboarding;

	private final Links links;

	private final Clock clock;

	ActionsAdvice(Customers customers, Reminders reminders, Consents consents, Offboarding offboarding, Links links,
			Clock clock) {
		this.customers = customers;
		this.reminders = reminders;
		this.consents = consents;
		this.offboarding = offboarding;
		this.links = links;
		this.clock = clock;
	}

	@ModelAttribute("actions")
	@Nullable CustomerActions actions(Optional<StaffMember> staff, HttpServletRequest request,
			@PathVariable(name = "id", required = false) @Nullable UUID id) {
		if (id == null || !request.getRequestURI().equals("/operator/customers/" + id)
				|| !staff.map(StaffMember::mayChange).orElse(false)) {
			return null;
		}
		return this.customers.find(new CustomerId(id)).map(this::actions).orElse(null);
	}

	private boolean isUsable(Customer customer) {
		Instant now = this.clock.instant();
		return CustomerActions.isUsable(customer, now)
				|| (customer.tenant() != null && this.links.list(customer.tenant())
					.stream()
					.anyMatch((link) -> link.byVendor() && link.isUsable(now)));
	}

	private CustomerActions actions(Customer customer) {
		return new CustomerActions(customer.id().value(), UUID.randomUUID(), customer.invited() != null,
				isUsable(customer), customer.tenant() != null && !customer.matched(), customer.isReleasable(),
				this.offboarding.proposal(customer).isPresent(), customer.cancelledAt() != null,
				this.reminders.writtenTo(customer.id()).orElse(null),
				this.reminders.undelivered(customer.id()).orElse(null),
				this.consents.open(customer)
					.stream()
					.map((step) -> new CustomerActions.Consent(step.path(),
							this.consents.declinedAt(customer, step).orElse(null)))
					.toList());
	}

}
