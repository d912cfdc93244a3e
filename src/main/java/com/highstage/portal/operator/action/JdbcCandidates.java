package com.highstage.portal.operator.action;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.invitation.customer.CustomerId;

/**
 * Candidates in the table {@code customer}.
 */
@Repository
class JdbcCandidates implements Candidates {

	private static final int MOST = 20;

	private final JdbcClient jdbc;

	JdbcCandidates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Candidate> search(String text) {
		String part = text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
		return this.jdbc.sql("""
				select customer_id, name, customer_reference, address from customer
				where tenant_id is null and invited_at is not null and cancelled_at is null
				    and (lower(name) like :part escape '!' or lower(customer_reference) like :part escape '!'
				        or lower(address) like :part escape '!')
				order by invited_at desc, customer_id limit :most
				""")
			.param("part", "%" + part + "%")
			.param("most", MOST)
			.query((row, index) -> new Candidate(new CustomerId(row.getObject("customer_id", UUID.class)),
					row.getString("name"), row.getString("customer_reference"), row.getString("address")))
			.list();
	}

}
