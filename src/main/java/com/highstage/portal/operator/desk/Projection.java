package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.ExpectedOrganisation;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.OnboardingProperties.Uninvited;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.TenantId;

/**
 * Brings a customer's row up to date, in the caller's transaction. The row is locked
 * before anything is read: of two transactions that change the same customer, the later
 * one sees what the earlier one has committed.
 */
@Component
class Projection {

	/** Longer than the transactions that do not see each other take. */
	private static final Duration ONCE_MORE = Duration.ofSeconds(30);

	private final Customers customers;

	private final FactsOf facts;

	private final DeskRows rows;

	private final OnboardingProperties properties;

	Projection(Customers customers, FactsOf facts, DeskRows rows, OnboardingProperties properties) {
		this.customers = customers;
		this.facts = facts;
		this.rows = rows;
		this.properties = properties;
	}

	void refresh(CustomerId id) {
		DeskRow before = this.rows.lock(id).orElse(null);
		this.customers.find(id).ifPresentOrElse((customer) -> write(customer, before), () -> this.rows.remove(id));
	}

	/**
	 * Leaves a row as it is, to be brought up to date soon.
	 * @param id whose row
	 */
	void leaveBehind(CustomerId id) {
		this.rows.lock(id);
		this.rows.lookAgain(id, Instant.EPOCH);
	}

	private void write(Customer customer, @Nullable DeskRow before) {
		Facts known = this.facts.customer(customer);
		Judgement judgement = new Judgement(known);
		Instant now = known.at().truncatedTo(ChronoUnit.MICROS);
		DeskRow.Standing standing = judgement.stand().after((before != null) ? before.standing() : null, now);
		DeskRow row = row(known, standing, now);
		Instant due = due(judgement, before, row);
		if (before != null && row.at(before.changedAt()).equals(before)) {
			this.rows.lookAgain(row.customer(), due);
		}
		else {
			this.rows.save(row, due, words(row));
		}
	}

	// Who has just become an organisation's customer is looked at once more: what moved
	// in the organisation at the same time found no customer there.
	private static @Nullable Instant due(Judgement judgement, @Nullable DeskRow before, DeskRow row) {
		Instant due = judgement.due();
		TenantId known = (before != null) ? before.tenant() : null;
		if (row.tenant() == null || row.tenant().equals(known)) {
			return due;
		}
		Instant again = row.changedAt().plus(ONCE_MORE);
		return (due == null || again.isBefore(due)) ? again : due;
	}

	private DeskRow row(Facts known, DeskRow.Standing standing, Instant now) {
		Customer customer = known.customer();
		Connection connection = known.connection();
		Optional<Invitation> invitation = known.invited().map(Customer.Invited::invitation);
		return new DeskRow(customer.id(), customer.name().value(), customer.reference(),
				(connection != null) ? connection.organisationName().value() : "",
				invitation.map((said) -> said.address().value()).orElse(""),
				invitation.map(Invitation::expected).map(ExpectedOrganisation::domain).orElse(""), customer.tenant(),
				(connection != null) ? connection.id() : null, standing,
				known.linkEnds().isEmpty() ? null : known.linkEnds().getLast(), known.secretEnds(),
				isUnmatched(customer), known.left(), now);
	}

	private boolean isUnmatched(Customer customer) {
		return this.properties.uninvited() == Uninvited.CONFIRM && !customer.matched() && customer.tenant() != null
				&& customer.cancelledAt() == null;
	}

	static Collection<byte[]> words(DeskRow row) {
		return Words.of(row.name(), row.reference(), row.organisationName(), row.address(), row.domain(),
				row.customer().toString(), Objects.toString(row.tenant(), ""), Objects.toString(row.connection(), ""));
	}

}
