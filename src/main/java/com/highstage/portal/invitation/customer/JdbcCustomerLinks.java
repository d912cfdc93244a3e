package com.highstage.portal.invitation.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.vault.LinkToken;
import com.highstage.portal.vault.TokenHash;

/**
 * Links of invitations in the table {@code customer_link}, by the hash of their token.
 */
@Repository
class JdbcCustomerLinks {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcCustomerLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Made add(CustomerId customer, Duration validFor) {
		LinkToken token = LinkToken.random();
		Instant now = this.clock.instant();
		InvitationLink link = new InvitationLink(UUID.randomUUID(), now, now.plus(validFor), null, null, null);
		this.jdbc.sql("""
				insert into customer_link (link_id, token_hash, customer_id, created_at, expires_at)
				values (:id, :hash, :customer, :now, :expires)
				""")
			.param("id", link.id())
			.param("hash", token.hash().value())
			.param("customer", customer.value())
			.param("now", utc(now))
			.param("expires", utc(link.expiresAt()))
			.update();
		return new Made(link, token);
	}

	/**
	 * All links of a customer, the newest first.
	 * @param customer the customer
	 * @return the links, those included that cannot be used any more
	 */
	List<InvitationLink> list(CustomerId customer) {
		return this.jdbc.sql("""
				select * from customer_link where customer_id = :customer order by created_at desc, link_id
				""").param("customer", customer.value()).query((row, index) -> link(row)).list();
	}

	Optional<Known> find(TokenHash token) {
		return this.jdbc.sql("select * from customer_link where token_hash = :hash")
			.param("hash", token.value())
			.query((row, index) -> known(row))
			.optional();
	}

	Optional<Known> find(UUID id) {
		return this.jdbc.sql("select * from customer_link where link_id = :id")
			.param("id", id)
			.query((row, index) -> known(row))
			.optional();
	}

	boolean open(UUID id) {
		return note("""
				update customer_link set opened_at = :now
				where link_id = :id and opened_at is null and revoked_at is null and expires_at > :now
				""", id);
	}

	boolean signIn(UUID id) {
		return note("""
				update customer_link set signed_in_at = :now, opened_at = coalesce(opened_at, :now)
				where link_id = :id and signed_in_at is null and revoked_at is null
				""", id);
	}

	/**
	 * Notes that somebody wants a new link instead.
	 * @param id the link
	 * @param before when they may have asked last for this to count
	 * @return false if they asked since, or the link can be used
	 */
	boolean ask(UUID id, Instant before) {
		return this.jdbc.sql("""
				update customer_link set asked_at = :now
				where link_id = :id and (asked_at is null or asked_at <= :before)
				    and (revoked_at is not null or expires_at <= :now)
				""").param("id", id).param("now", utc(this.clock.instant())).param("before", utc(before)).update() == 1;
	}

	/**
	 * Takes back what can be used.
	 * @param customer whose links
	 * @return the links that could be used until now
	 */
	List<UUID> takeBack(CustomerId customer) {
		OffsetDateTime now = utc(this.clock.instant());
		List<UUID> usable = this.jdbc.sql("""
				select link_id from customer_link
				where customer_id = :customer and revoked_at is null and expires_at > :now
				order by link_id for update
				""").param("customer", customer.value()).param("now", now).query(UUID.class).list();
		usable.forEach((id) -> note("update customer_link set revoked_at = :now where link_id = :id", id));
		return usable;
	}

	void move(CustomerId from, CustomerId to) {
		this.jdbc.sql("update customer_link set customer_id = :to where customer_id = :from")
			.param("from", from.value())
			.param("to", to.value())
			.update();
	}

	private boolean note(String sql, UUID id) {
		return this.jdbc.sql(sql).param("id", id).param("now", utc(this.clock.instant())).update() == 1;
	}

	private static Known known(ResultSet row) throws SQLException {
		return new Known(new CustomerId(row.getObject("customer_id", UUID.class)), link(row));
	}

	private static InvitationLink link(ResultSet row) throws SQLException {
		return new InvitationLink(row.getObject("link_id", UUID.class), at(row, "created_at"), at(row, "expires_at"),
				time(row, "opened_at"), time(row, "signed_in_at"), time(row, "revoked_at"));
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(time(row, column));
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A link that was just made.
	 *
	 * @param link the link
	 * @param token what its address holds
	 */
	record Made(InvitationLink link, LinkToken token) {

	}

	/**
	 * A link and whose it is.
	 *
	 * @param customer whom it invites
	 * @param link the link
	 */
	record Known(CustomerId customer, InvitationLink link) {

	}

}
