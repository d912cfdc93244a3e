package com.highstage.portal.operator.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.operator.action.Candidate;
import com.highstage.portal.operator.action.Candidates;

/**
 * Candidates in the table {@code customer}: by the words of the list, or along the index
 * of those whose organisation is not known.
 */
@Repository
class JdbcCandidates implements Candidates {

	private static final int MOST = 20;

	/** Sorts by what is always null too: that is how the index is sorted. */
	private static final String NEWEST = """
			 and c.tenant_id is null and c.cancelled_at is null and c.invited_at is not null
			order by c.tenant_id desc, c.cancelled_at desc, c.invited_at desc, c.customer_id desc limit :most
			""";

	private final JdbcClient jdbc;

	private final JdbcPlans plans;

	private final JdbcWords words;

	private final TransactionTemplate reading;

	JdbcCandidates(JdbcClient jdbc, JdbcPlans plans, JdbcWords words, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.words = words;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	@Override
	public List<Candidate> search(String text) {
		return this.reading.execute((status) -> {
			this.plans.forTheseValues(!Words.sought(text).isEmpty());
			SoughtWords sought = this.words.of(text, null);
			return this.jdbc.sql(sql(sought))
				.params(params(sought))
				.param("most", MOST)
				.query((row, number) -> new Candidate(new CustomerId(row.getObject("customer_id", UUID.class)),
						row.getString("name"), row.getString("customer_reference"), row.getString("address")))
				.list();
		});
	}

	// Looks at those alone who have a rare word, else at those alone who can be meant.
	static String sql(SoughtWords sought) {
		StringBuilder sql = new StringBuilder("select c.customer_id, c.name, c.customer_reference, c.address from ")
			.append(sought.rare() ? """
					(select distinct customer_id from desk_term where term >= :from0 and term < :to0) f
					join customer c on c.customer_id = f.customer_id""" : "customer c")
			.append(" where 1 = 1");
		for (int place = sought.rare() ? 1 : 0; place < sought.all().size(); place++) {
			sql.append("""
					 and exists (select 1 from desk_term s where s.customer_id = c.customer_id
						and s.term >= :from%1$d and s.term < :to%1$d)
					""".formatted(place));
		}
		return sql.append(NEWEST).toString();
	}

	static Map<String, Object> params(SoughtWords sought) {
		Map<String, Object> params = new HashMap<>();
		for (int place = 0; place < sought.all().size(); place++) {
			params.put("from" + place, sought.all().get(place));
			params.put("to" + place, Words.end(sought.all().get(place)));
		}
		return params;
	}

}
