package com.highstage.portal.invitation.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Customers in the table {@code customer}.
 */
@Repository
class JdbcCustomerRows {

	private final JdbcClient jdbc;

	private final JdbcCustomerLinks links;

	private final JdbcCustomerNotes notes;

	private final Outbox outbox;

	JdbcCustomerRows(JdbcClient jdbc, JdbcCustomerLinks links, JdbcCustomerNotes notes, Outbox outbox) {
		this.jdbc = jdbc;
		this.links = links;
		this.notes = notes;
		this.outbox = outbox;
	}

	/**
	 * Waits until nobody else is about to say which organisation a customer is. Taken
	 * before any row of a customer, and before the end of the audit chain.
	 */
	void waitForTurn() {
		this.jdbc.sql("select id from customer_turn where id = 1 for update").query(Integer.class).single();
	}

	Optional<Customer> find(CustomerId id) {
		return this.jdbc.sql("select * from customer where customer_id = :id")
			.param("id", id.value())
			.query((row, index) -> read(row))
			.optional();
	}

	Optional<Customer> lock(CustomerId id) {
		return this.jdbc.sql("select * from customer where customer_id = :id for update")
			.param("id", id.value())
			.query((row, index) -> read(row))
			.optional();
	}

	Optional<Customer> of(TenantId tenant) {
		return this.jdbc.sql("select * from customer where tenant_id = :tenant")
			.param("tenant", tenant.value())
			.query((row, index) -> read(row))
			.optional();
	}

	/**
	 * The customer with a reference who waits for their organisation, or else the one
	 * whose organisation is known.
	 * @param reference the reference
	 * @param waiting whether only the one who waits will do
	 * @return the customer
	 */
	Optional<Customer> withReference(String reference, boolean waiting) {
		return this.jdbc.sql("""
				select * from customer
				where customer_reference = :reference and (tenant_id is null or not :waiting)
				order by case when tenant_id is null then 0 else 1 end, created_at desc, customer_id
				fetch first 1 rows only
				""")
			.param("reference", reference)
			.param("waiting", waiting)
			.query((row, index) -> read(row))
			.optional();
	}

	void add(Customer customer) {
		this.jdbc.sql("""
				insert into customer (customer_id, name, customer_reference, tenant_id, matched, created_at,
				    cancelled_at, invited_by, invited_at, address, address_folded, language, permissions, mailboxes,
				    expected_domain, expected_tenant_id, valid_for_seconds, personal_line)
				values (:id, :name, :reference, :tenant, :matched, :created, :cancelled, :invitedBy, :invitedAt,
				    :address, :folded, :language, :permissions, :mailboxes, :domain, :expected, :validFor, :line)
				""").params(values(customer)).update();
	}

	void save(Customer customer) {
		this.jdbc.sql("""
				update customer
				set name = :name, customer_reference = :reference, tenant_id = :tenant, matched = :matched,
				    cancelled_at = :cancelled, invited_by = :invitedBy, invited_at = :invitedAt,
				    address = :address, address_folded = :folded, language = :language,
				    permissions = :permissions,
				    mailboxes = :mailboxes, expected_domain = :domain, expected_tenant_id = :expected,
				    valid_for_seconds = :validFor, personal_line = :line
				where customer_id = :id
				""").params(values(customer)).update();
	}

	/**
	 * Removes a customer who turned out to be another; links, notes and mails move.
	 * @param gone the one that goes, whose row the caller holds
	 * @param stays the one that stays
	 */
	void merge(CustomerId gone, CustomerId stays) {
		this.links.move(gone, stays);
		this.notes.move(gone, stays);
		this.outbox.move(Customer.about(gone), Customer.about(stays));
		this.jdbc.sql("delete from customer where customer_id = :id").param("id", gone.value()).update();
	}

	private static Map<String, @Nullable Object> values(Customer customer) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("id", customer.id().value());
		values.put("name", customer.name().value());
		values.put("reference", customer.reference());
		values.put("tenant", value(customer.tenant()));
		values.put("matched", customer.matched());
		values.put("created", utc(customer.createdAt()));
		values.put("cancelled", utc(customer.cancelledAt()));
		Customer.Invited invited = customer.invited();
		values.put("invitedBy", (invited != null) ? invited.by() : null);
		values.put("invitedAt", (invited != null) ? utc(invited.at()) : null);
		values.putAll(values((invited != null) ? invited.invitation() : null));
		return values;
	}

	private static Map<String, @Nullable Object> values(@Nullable Invitation said) {
		ExpectedOrganisation expected = (said != null) ? said.expected() : null;
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("address", (said != null) ? said.address().value() : null);
		values.put("folded", (said != null) ? said.address().folded() : null);
		values.put("language", (said != null) ? said.language().name() : null);
		values.put("permissions", (said != null) ? joined(said.permissions(), ",") : null);
		values.put("mailboxes", (said != null) ? joined(said.mailboxes(), "\n") : null);
		values.put("domain", (expected != null) ? expected.domain() : null);
		values.put("expected", (expected != null) ? value(expected.tenant()) : null);
		values.put("validFor", (said != null) ? said.validFor().toSeconds() : null);
		values.put("line", (said != null) ? said.personalLine().value() : null);
		return values;
	}

	private Customer read(ResultSet row) throws SQLException {
		CustomerId id = new CustomerId(row.getObject("customer_id", UUID.class));
		return new Customer(id, new PlainName(row.getString("name")), row.getString("customer_reference"),
				tenant(row, "tenant_id"), row.getBoolean("matched"), invited(id, row),
				Objects.requireNonNull(time(row, "created_at")), time(row, "cancelled_at"));
	}

	private Customer.@Nullable Invited invited(CustomerId id, ResultSet row) throws SQLException {
		Instant at = time(row, "invited_at");
		return (at != null)
				? new Customer.Invited(invitation(row), row.getString("invited_by"), at, this.links.list(id)) : null;
	}

	private static Invitation invitation(ResultSet row) throws SQLException {
		TenantId expected = tenant(row, "expected_tenant_id");
		return new Invitation(new PlainName(row.getString("name")), row.getString("customer_reference"),
				new MailAddress(row.getString("address")), Language.valueOf(row.getString("language")),
				Arrays.stream(row.getString("permissions").split(","))
					.map(MailPermission::valueOf)
					.collect(Collectors.toSet()),
				mailboxes(row.getString("mailboxes")),
				(expected != null) ? new ExpectedOrganisation(row.getString("expected_domain"), expected) : null,
				Duration.ofSeconds(row.getLong("valid_for_seconds")), new PlainName(row.getString("personal_line")));
	}

	private static List<MailboxAddress> mailboxes(String lines) {
		return lines.lines().map(MailboxAddress::new).toList();
	}

	private static String joined(Iterable<?> values, String separator) {
		StringBuilder text = new StringBuilder();
		values.forEach((value) -> text.append(text.isEmpty() ? "" : separator).append(value));
		return text.toString();
	}

	private static @Nullable UUID value(@Nullable TenantId tenant) {
		return (tenant != null) ? tenant.value() : null;
	}

	private static @Nullable TenantId tenant(ResultSet row, String column) throws SQLException {
		UUID id = row.getObject(column, UUID.class);
		return (id != null) ? new TenantId(id) : null;
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

}
