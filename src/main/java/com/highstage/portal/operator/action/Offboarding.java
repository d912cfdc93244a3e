package com.highstage.portal.operator.action;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Operator;
import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.evidence.removal.Removals.Ended;
import com.highstage.portal.evidence.removal.Removals.Proposal;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.onboarding.Cancellations;
import com.highstage.portal.operator.action.Reminders.Recipient;
import com.highstage.portal.tenant.TenantId;

/**
 * Ends a customer's connection for Highstage: Highstage loses it at once, the customer is
 * told, and what is at Microsoft waits for somebody there.
 */
@Service
public class Offboarding {

	private static final String PAGE = "/onboarding/removal";

	private final Cancellations journeys;

	private final Customers customers;

	private final Removals removals;

	private final Reminders reminders;

	private final Writing writing;

	Offboarding(Cancellations journeys, Customers customers, Removals removals, Reminders reminders, Writing writing) {
		this.journeys = journeys;
		this.customers = customers;
		this.removals = removals;
		this.reminders = reminders;
		this.writing = writing;
	}

	/**
	 * What ending would leave at Microsoft.
	 * @param customer the customer
	 * @return empty if there is no connection, or it has ended already
	 */
	public Optional<Proposal> proposal(Customer customer) {
		return Optional.ofNullable(customer.tenant()).flatMap(this.removals::proposal);
	}

	/**
	 * Ends the connection. Rows are held in the order in which everybody holds them: the
	 * journey, the customer and the links, then the end of the audit trail.
	 * @param by the operator
	 * @param customer the customer
	 * @param reason why, for the audit trail and for the mail; empty for no reason
	 * @return whether the customer was told; empty if there was nothing to end
	 */
	@Transactional
	public Optional<Told> end(Operator by, Customer customer, String reason) {
		TenantId tenant = customer.tenant();
		if (tenant == null) {
			return Optional.empty();
		}
		this.journeys.hold(tenant);
		// somebody may have said meanwhile that the organisation is not theirs
		return this.writing.hold(customer.id())
			.filter((held) -> tenant.equals(held.tenant()) && this.removals.proposal(tenant).isPresent())
			.flatMap((held) -> end(by, held, tenant, reason));
	}

	private Optional<Told> end(Operator by, Customer customer, TenantId tenant, String reason) {
		Recipient to = this.reminders.recipient(customer);
		this.customers.ended(by, customer.id());
		return this.removals.end(by, tenant, reason).map((ended) -> tell(by, customer, to, reason, ended));
	}

	private Told tell(Operator by, Customer customer, @Nullable Recipient to, String reason, Ended ended) {
		if (to == null) {
			return Told.NOBODY;
		}
		if (!this.writing.canSend()) {
			return Told.NO_SERVER;
		}
		String name = ended.connection().organisationName().value();
		Letter letter = new Letter("ended", to.language(),
				Map.of("endedBy", by.person().name(), "vendor", by.person().organisationName(), "organisation",
						name.isBlank() ? customer.name().value() : name, "reason", reason, "left",
						ended.left().stream().map(Part::key).toList(), "link",
						this.writing.page(ended.connection().tenant(), PAGE)));
		this.writing.send(by, customer, to.address(), letter, "connection.end-told", Map.of());
		return Told.MAILED;
	}

	/**
	 * Whether the customer was told; messages {@code deed.did.ended-<name>}.
	 */
	public enum Told {

		/** A mail is on its way. */
		MAILED,

		/** No address is known. */
		NOBODY,

		/** This portal sends no mail. */
		NO_SERVER

	}

}
