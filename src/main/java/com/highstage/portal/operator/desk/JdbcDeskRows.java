package com.highstage.portal.operator.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.operator.DeskRow;

/**
 * The rows of the list in the tables {@code desk_row} and {@code desk_term}.
 */
@Repository
class JdbcDeskRows implements DeskRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcDeskRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Optional<DeskRow> lock(CustomerId customer) {
		int made = this.jdbc.sql("""
				insert into desk_row (customer_id, name, name_key, reference, organisation_name, address, domain,
					state, state_group, since, stuck_since, secret_ends, unmatched, changed_at, due_at)
				values (:id, '', :key, '', '', '', '', 'INVITED', 'INVITATION', :now, :now, :never, false, :now, :never)
				on conflict do nothing
				""")
			.param("id", customer.value())
			.param("key", new byte[0])
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("never", JdbcDeskRow.NEVER)
			.update();
		DeskRow locked = this.jdbc.sql("select * from desk_row where customer_id = :id for update")
			.param("id", customer.value())
			.query(JdbcDeskRow::read)
			.single();
		return (made == 1) ? Optional.empty() : Optional.of(locked);
	}

	@Override
	public Optional<DeskRow> find(CustomerId customer) {
		return this.jdbc.sql("select * from desk_row where customer_id = :id")
			.param("id", customer.value())
			.query(JdbcDeskRow::read)
			.optional();
	}

	@Override
	public void save(DeskRow row, @Nullable Instant due, Collection<byte[]> words) {
		this.jdbc.sql("""
				update desk_row set name = :name, name_key = :nameKey, reference = :reference,
					organisation_name = :organisation, address = :address, domain = :domain, tenant_id = :tenant,
					connection_id = :connection, state = :state, state_group = :grp, step = :step, needs = :needs,
					reason = :reason, since = :since, link_ends = :linkEnds, stuck_since = :stuck,
					secret_ends = :secretEnds, secret_day = :secretDay, unmatched = :unmatched, left_behind = :left,
					changed_at = :changed, due_at = :due
				where customer_id = :id
				""").params(JdbcDeskRow.values(row, due)).update();
		words(row, words);
	}

	private void words(DeskRow row, Collection<byte[]> words) {
		byte[] key = Words.key(row.name());
		TreeSet<byte[]> known = new TreeSet<>(Arrays::compareUnsigned);
		this.jdbc.sql("select term, name_key from desk_term where customer_id = :id")
			.param("id", row.customer().value())
			.query((term, number) -> new byte[][] { term.getBytes("term"), term.getBytes("name_key") })
			.list()
			.forEach((term) -> {
				if (Arrays.equals(term[1], key)) {
					known.add(term[0]);
				}
				else {
					forget(row.customer(), term[0]);
				}
			});
		words.stream().filter((word) -> !known.remove(word)).forEach((word) -> this.jdbc.sql("""
				insert into desk_term (customer_id, term, name_key) values (:id, :word, :key)
				""").param("id", row.customer().value()).param("word", word).param("key", key).update());
		known.forEach((word) -> forget(row.customer(), word));
	}

	private void forget(CustomerId customer, byte[] word) {
		this.jdbc.sql("delete from desk_term where customer_id = :id and term = :word")
			.param("id", customer.value())
			.param("word", word)
			.update();
	}

	@Override
	public void lookAgain(CustomerId customer, @Nullable Instant at) {
		this.jdbc.sql("update desk_row set due_at = :due where customer_id = :id and due_at <> :due")
			.param("id", customer.value())
			.param("due", JdbcDeskRow.orNever(at))
			.update();
	}

	@Override
	public void remove(CustomerId customer) {
		this.jdbc.sql("delete from desk_term where customer_id = :id").param("id", customer.value()).update();
		this.jdbc.sql("delete from desk_row where customer_id = :id").param("id", customer.value()).update();
	}

	@Override
	public List<CustomerId> due(Instant now, int most) {
		return this.jdbc.sql("select customer_id from desk_row where due_at <= :now order by due_at limit :most")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("most", most)
			.query(UUID.class)
			.list()
			.stream()
			.map(CustomerId::new)
			.toList();
	}

}
