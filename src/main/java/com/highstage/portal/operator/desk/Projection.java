package com.highstage.portal.operator.desk;

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

/**
 * Brings a customer's row up to date, in the caller's transaction. The row is locked
 * before anything is read: of two transactions that change the same customer, the later
 * one sees what the earlier one has committed.
 */
@Component
class Projection {

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

	private void write(Customer customer, @Nullable DeskRow before) {
		Facts known = this.facts.customer(customer);
		Judgement judgement = new Judgement(known);
		Instant now = known.at().truncatedTo(ChronoUnit.MICROS);
		DeskRow.Standing standing = judgement.stand().after((before != null) ? before.standing() : null, now);
		DeskRow row = row(known, standing, now);
		this.rows.save(row, judgement.due(), words(row));
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
				isUnmatched(customer), now);
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
