package com.highstage.portal.invitation.customer;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.invitation.customer.Customers.Note;

/**
 * Notes about customers in the table {@code customer_note}.
 */
@Repository
class JdbcCustomerNotes {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcCustomerNotes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(CustomerId customer, String text, String by) {
		this.jdbc.sql("""
				insert into customer_note (note_id, customer_id, text, written_by, written_at)
				values (:id, :customer, :text, :by, :now)
				""")
			.param("id", UUID.randomUUID())
			.param("customer", customer.value())
			.param("text", text)
			.param("by", by)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	List<Note> list(CustomerId customer) {
		return this.jdbc.sql("""
				select * from customer_note where customer_id = :customer order by written_at desc, note_id
				""")
			.param("customer", customer.value())
			.query((row, index) -> new Note(row.getString("text"), row.getString("written_by"),
					row.getObject("written_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	void move(CustomerId from, CustomerId to) {
		this.jdbc.sql("update customer_note set customer_id = :to where customer_id = :from")
			.param("from", from.value())
			.param("to", to.value())
			.update();
	}

}
