package com.highstage.portal.invitation.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

/**
 * Invites customers by mail.
 */
@Service
class MailedCustomers implements Customers {

	private final JdbcCustomerRows rows;

	private final JdbcCustomerNotes notes;

	private final InvitationLinks links;

	private final Arrivals arrivals;

	private final CustomerRecords records;

	private final Clock clock;

	MailedCustomers(JdbcCustomerRows rows, JdbcCustomerNotes notes, InvitationLinks links, Arrivals arrivals,
			CustomerRecords records, Clock clock) {
		this.rows = rows;
		this.notes = notes;
		this.links = links;
		this.arrivals = arrivals;
		this.records = records;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Invited invite(Operator by, Invitation invitation) {
		this.rows.waitForTurn();
		Optional<Customer> former = alike(invitation).flatMap((customer) -> this.rows.lock(customer.id()));
		Customer customer = former.map((known) -> again(by, known, invitation)).orElseGet(() -> add(by, invitation));
		Sent sent = this.links.send(by, customer);
		this.records.write(customer, CustomerRecords.actor(by), "customer.invited",
				Map.of("to", invitation.address().value(), "until", sent.until().toString()));
		this.records.matched(customer);
		return new Invited(find(customer.id()).orElseThrow(), sent);
	}

	private Customer add(Operator by, Invitation said) {
		Instant now = this.clock.instant();
		ExpectedOrganisation expected = said.expected();
		Customer customer = new Customer(new CustomerId(UUID.randomUUID()), said.name(), said.reference(),
				(expected != null) ? expected.tenant() : null, expected != null,
				new Customer.Invited(said, by.person().name(), now, List.of()), now, null);
		this.rows.add(customer);
		return customer;
	}

	private Customer again(Operator by, Customer known, Invitation said) {
		Customer.Invited former = known.invited();
		if (former != null && !former.invitation().address().equals(said.address())) {
			this.links.takeBack(known);
		}
		ExpectedOrganisation expected = said.expected();
		Customer customer = new Customer(known.id(), said.name(),
				said.reference().isEmpty() ? known.reference() : said.reference(),
				(expected != null) ? expected.tenant() : known.tenant(), expected != null || known.matched(),
				new Customer.Invited(said, by.person().name(), this.clock.instant(), List.of()), known.createdAt(),
				null);
		this.rows.save(customer);
		return customer;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void waitForTurn() {
		this.rows.waitForTurn();
	}

	@Override
	public Optional<Customer> alike(Invitation invitation) {
		ExpectedOrganisation expected = invitation.expected();
		Optional<Customer> same = (expected != null) ? of(expected.tenant()) : Optional.empty();
		if (same.isPresent() || invitation.reference().isEmpty()) {
			return same;
		}
		return this.rows.withReference(invitation.reference(), expected != null);
	}

	@Override
	@Transactional
	public Optional<Sent> resend(Operator by, CustomerId id) {
		return make(by, id, "invitation.sent", this.links::send);
	}

	@Override
	@Transactional
	public Optional<Sent> replace(Operator by, CustomerId id) {
		return make(by, id, "invitation.replaced", (operator, customer) -> {
			this.links.takeBack(customer);
			return this.links.toCopy(operator, customer);
		});
	}

	private Optional<Sent> make(Operator by, CustomerId id, String action, BiFunction<Operator, Customer, Sent> how) {
		Optional<Customer> customer = this.rows.lock(id)
			.filter((known) -> known.invited() != null && known.cancelledAt() == null);
		return customer.map((known) -> {
			Sent sent = how.apply(by, known);
			this.records.write(known, CustomerRecords.actor(by), action, Map.of("until", sent.until().toString()));
			return sent;
		});
	}

	@Override
	@Transactional
	public boolean revoke(Operator by, CustomerId id) {
		Optional<Customer> customer = this.rows.lock(id);
		boolean revoked = customer.isPresent() && this.links.revoke(by, customer.get());
		if (revoked) {
			this.records.write(customer.get(), CustomerRecords.actor(by), "invitation.revoked", Map.of());
		}
		return revoked;
	}

	@Override
	@Transactional
	public boolean cancel(Operator by, CustomerId id) {
		Optional<Customer> customer = this.rows.lock(id).filter((known) -> known.cancelledAt() == null);
		customer.ifPresent((known) -> {
			this.links.revoke(by, known);
			this.rows.save(known.cancelled(this.clock.instant()));
			this.records.write(known, CustomerRecords.actor(by), "customer.cancelled", Map.of());
		});
		return customer.isPresent();
	}

	@Override
	@Transactional
	public void ended(Operator by, CustomerId id) {
		this.rows.lock(id).ifPresent((customer) -> {
			this.links.revokeAll(by, customer);
			this.records.moved(id);
		});
	}

	@Override
	@Transactional
	public Optional<Customer> match(Operator by, CustomerId organisation, CustomerId same, PlainName name,
			String reference) {
		this.rows.waitForTurn();
		Optional<Customer> known = this.rows.lock(organisation).filter((customer) -> customer.tenant() != null);
		Optional<Customer> invited = organisation.equals(same) ? known
				: this.rows.lock(same).filter((customer) -> customer.tenant() == null);
		if (known.isEmpty() || invited.isEmpty()) {
			return Optional.empty();
		}
		if (!organisation.equals(same)) {
			this.rows.merge(organisation, same);
			this.records.moved(organisation);
		}
		Customer stays = invited.get().matched(known.get().tenant(), name, reference);
		this.rows.save(stays);
		this.records.write(stays, CustomerRecords.actor(by), "customer.matched",
				Map.of("customer", Customer.about(organisation), "name", name.value(), "reference", reference));
		this.records.matched(stays);
		return find(same);
	}

	@Override
	@Transactional
	public boolean release(Operator by, CustomerId id) {
		this.rows.waitForTurn();
		Optional<Customer> bound = this.rows.lock(id).filter(Customer::isReleasable);
		bound.ifPresent((customer) -> {
			Customer waits = customer.in(null);
			this.rows.save(waits);
			TenantId tenant = Objects.requireNonNull(customer.tenant());
			Customer apart = this.arrivals.apart(tenant, this.links.organisation(tenant));
			this.links.revoke(by, customer);
			this.records.write(waits, CustomerRecords.actor(by), "customer.released",
					Map.of("customer", Customer.about(apart.id())));
			this.records.write(apart, CustomerRecords.actor(by), "customer.released",
					Map.of("customer", Customer.about(id)));
		});
		return bound.isPresent();
	}

	@Override
	@Transactional
	public boolean note(Operator by, CustomerId id, String text) {
		Optional<Customer> customer = this.rows.lock(id);
		customer.ifPresent((known) -> {
			this.notes.add(id, text, by.person().name());
			this.records.write(known, CustomerRecords.actor(by), "customer.noted", Map.of());
		});
		return customer.isPresent();
	}

	@Override
	public List<Note> notes(CustomerId id) {
		return this.notes.list(id);
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Customer> hold(CustomerId id) {
		return this.rows.lock(id);
	}

	@Override
	public Optional<Customer> find(CustomerId id) {
		return this.rows.find(id);
	}

	@Override
	public Optional<Customer> of(TenantId tenant) {
		return this.rows.of(tenant);
	}

	@Override
	@Transactional
	public Customer arrived(Person person) {
		return this.arrivals.arrived(person);
	}

	@Override
	public Optional<Opened> open(TokenHash token) {
		return this.arrivals.open(token);
	}

	@Override
	@Transactional
	public void opened(UUID link) {
		this.arrivals.opened(link);
	}

	@Override
	public boolean isFor(Customer customer, Person person) {
		return this.arrivals.isFor(customer, person);
	}

	@Override
	@Transactional
	public boolean signedIn(UUID link, Person person) {
		boolean came = this.arrivals.signedIn(link, person);
		if (came) {
			this.links.cameFrom(link, person);
		}
		return came;
	}

	@Override
	@Transactional
	public boolean askForNew(TokenHash token) {
		return this.arrivals.askForNew(token);
	}

	@Override
	public boolean isEnded(TokenHash token) {
		return this.arrivals.isEnded(token);
	}

}
