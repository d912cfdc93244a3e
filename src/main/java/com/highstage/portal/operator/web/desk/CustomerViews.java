package com.highstage.portal.operator.web.desk;

import java.time.Instant;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.onboarding.Standings;
import com.highstage.portal.onboarding.web.StepView;
import com.highstage.portal.onboarding.web.StepViews;
import com.highstage.portal.operator.Desk;
import com.highstage.portal.operator.DeskRow;

/**
 * Puts together what the page of a customer shows.
 */
@Component
class CustomerViews {

	private final Desk desk;

	private final RowViews rows;

	private final Standings standings;

	private final StepViews steps;

	private final Outbox outbox;

	private final Customers customers;

	CustomerViews(Desk desk, RowViews rows, Standings standings, StepViews steps, Outbox outbox, Customers customers) {
		this.desk = desk;
		this.rows = rows;
		this.standings = standings;
		this.steps = steps;
		this.outbox = outbox;
		this.customers = customers;
	}

	CustomerView of(Customer customer, Instant now) {
		DeskRow row = this.desk.find(customer.id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return new CustomerView(customer, this.rows.of(row), steps(customer),
				this.outbox.about(Customer.about(customer.id())), this.customers.notes(customer.id()), now);
	}

	private List<StepView> steps(Customer customer) {
		return (customer.tenant() == null) ? List.of()
				: this.standings.of(customer.tenant())
					.steps()
					.stream()
					.map((report) -> this.steps.of(report, false))
					.toList();
	}

}
