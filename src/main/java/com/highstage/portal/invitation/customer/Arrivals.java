package com.highstage.portal.invitation.customer;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.account.VendorOrganisation;
import com.highstage.portal.invitation.customer.Customers.Opened;
import com.highstage.portal.invitation.customer.JdbcCustomerLinks.Known;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

/**
 * What invited people do with their links, and who comes without one.
 */
@Component
class Arrivals {

	private static final Duration BETWEEN_ALERTS = Duration.ofDays(1);

	private final JdbcCustomerRows rows;

	private final JdbcCustomerLinks links;

	private final CustomerRecords records;

	private final OperatorAlerts alerts;

	private final VendorOrganisation vendor;

	private final Clock clock;

	Arrivals(JdbcCustomerRows rows, JdbcCustomerLinks links, CustomerRecords records, OperatorAlerts alerts,
			VendorOrganisation vendor, Clock clock) {
		this.rows = rows;
		this.links = links;
		this.records = records;
		this.alerts = alerts;
		this.vendor = vendor;
		this.clock = clock;
	}

	Optional<Opened> open(TokenHash token) {
		return this.links.find(token)
			.filter((known) -> known.link().isUsable(this.clock.instant()))
			.flatMap((known) -> this.rows.find(known.customer()).map((customer) -> new Opened(customer, known.link())));
	}

	void opened(UUID id) {
		if (this.links.open(id)) {
			// read once it is held: its customer may just have become another
			Known known = this.links.find(id).orElseThrow();
			Customer customer = this.rows.find(known.customer()).orElseThrow();
			this.records.write(customer, CustomerRecords.holder(known.link()), "invitation.opened", link(id));
		}
	}

	// Whoever takes links back holds the customer: what the link was before counts for
	// nothing.
	boolean signedIn(UUID id, Person person) {
		this.rows.waitForTurn();
		Optional<Customer> invited = this.links.find(id)
			.map((known) -> this.rows.lock(known.customer()).orElseThrow())
			.filter((customer) -> isUsable(id) && isFor(customer, person));
		invited.ifPresent((customer) -> signedIn(id, customer, person));
		return invited.isPresent();
	}

	private boolean isUsable(UUID id) {
		return this.links.find(id).filter((known) -> known.link().isUsable(this.clock.instant())).isPresent();
	}

	boolean isFor(Customer customer, Person person) {
		return (customer.tenant() != null) ? customer.tenant().equals(person.tenant())
				: !this.vendor.is(person.tenant());
	}

	private void signedIn(UUID id, Customer customer, Person person) {
		boolean first = this.links.signIn(id);
		boolean bound = customer.tenant() == null && bind(customer, person);
		if (first || bound) {
			Customer now = this.rows.find(customer.id()).orElseThrow();
			this.records.write(now, CustomerRecords.actor(person), "invitation.signed-in", link(id));
		}
	}

	// Somebody of the organisation may have begun without the invitation: then that is
	// the same customer, unless an operator has said otherwise, or it was invited itself.
	// Its row is held before it goes: somebody may be writing a note about it.
	private boolean bind(Customer customer, Person person) {
		Optional<Customer> other = this.rows.of(person.tenant()).flatMap((came) -> this.rows.lock(came.id()));
		if (other.isPresent() && (other.get().matched() || other.get().invited() != null)) {
			return false;
		}
		other.ifPresent((came) -> {
			this.rows.merge(came.id(), customer.id());
			this.records.moved(came.id());
		});
		this.rows.save(customer.in(person.tenant()));
		return true;
	}

	Customer arrived(Person person) {
		Optional<Customer> known = this.rows.of(person.tenant());
		if (known.isPresent()) {
			return known.get();
		}
		this.rows.waitForTurn();
		return this.rows.of(person.tenant()).orElseGet(() -> add(person));
	}

	/**
	 * Makes an organisation a customer of its own, as if it had come by itself; the
	 * caller's turn it is.
	 * @param tenant the organisation, which no customer is
	 * @param name what it is called
	 * @return the customer
	 */
	Customer apart(TenantId tenant, PlainName name) {
		Customer customer = new Customer(new CustomerId(UUID.randomUUID()), name, "", tenant, false, null,
				this.clock.instant(), null);
		this.rows.add(customer);
		return customer;
	}

	private Customer add(Person person) {
		Customer customer = apart(person.tenant(), new PlainName(person.organisationName()));
		this.records.write(customer, CustomerRecords.actor(person), "customer.arrived", Map.of());
		return this.rows.find(customer.id()).orElseThrow();
	}

	boolean isEnded(TokenHash token) {
		return this.links.find(token).filter((known) -> !known.link().isUsable(this.clock.instant())).isPresent();
	}

	boolean askForNew(TokenHash token) {
		Optional<UUID> asked = this.links.find(token)
			.map((known) -> known.link().id())
			.filter((id) -> this.links.ask(id, this.clock.instant().minus(BETWEEN_ALERTS)));
		asked.flatMap(this.links::find).ifPresent((known) -> {
			Customer customer = this.rows.find(known.customer()).orElseThrow();
			this.alerts.linkWanted(customer, known.link());
			this.records.write(customer, CustomerRecords.holder(known.link()), "invitation.asked",
					link(known.link().id()));
		});
		return asked.isPresent();
	}

	private static Map<String, String> link(UUID id) {
		return Map.of("link", id.toString());
	}

}
