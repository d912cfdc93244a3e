package com.highstage.portal.operator.desk;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * As many customers and audit entries as somebody has after years, made by PostgreSQL
 * itself. Their words are skewed as real ones are: every address ends alike, most names
 * share few words, and each has one of its own.
 */
final class ManyRows {

	private ManyRows() {
	}

	static void fill(JdbcClient jdbc, int customers, int entries) {
		customers(jdbc, customers);
		words(jdbc);
		entries(jdbc, entries);
		invited(jdbc);
		jdbc.sql("vacuum analyze customer").update();
		jdbc.sql("vacuum analyze desk_row").update();
		jdbc.sql("vacuum analyze desk_term").update();
		jdbc.sql("vacuum analyze audit_entry").update();
	}

	private static void customers(JdbcClient jdbc, int number) {
		jdbc.sql(
				"""
						insert into desk_row (customer_id, name, name_key, reference, organisation_name, address, domain,
							tenant_id, connection_id, state, state_group, since, stuck_since, secret_ends, secret_day,
							unmatched, changed_at, due_at)
						select md5('c' || n)::uuid, name, convert_to(lower(name), 'UTF8'), 'K-' || n, name,
							'it@firma' || n || '.example', '', md5('t' || n)::uuid, md5('k' || n)::uuid, state, grp, since,
							case when state = 'WORKS' then timestamptz '9999-01-01 00:00:00+00' else since end,
							now() + (n % 700 - 20) * interval '1 day', (now() + (n % 700 - 20) * interval '1 day')::date,
							n % 200 = 0, now() - (n % 5000) * interval '1 minute', timestamptz '9999-01-01 00:00:00+00'
						from (select n, (array['Nordic', 'Baltic', 'Alpine', 'Rhine', 'Jysk'])[1 + n % 5] || ' '
								|| (array['Machines', 'Shipping', 'Foods', 'Wood'])[1 + n / 7 % 4] || ' ' || substr(md5('n' || n), 1, 6) as name,
							(array['WORKS', 'WORKS', 'WORKS', 'WORKS', 'WORKS', 'WORKS', 'SENT', 'STUCK', 'WAITS_COLLEAGUE', 'EXPIRED'])[1 + n % 10] as state,
							(array['WORKS', 'WORKS', 'WORKS', 'WORKS', 'WORKS', 'WORKS', 'INVITATION', 'TROUBLE', 'WAITING', 'TROUBLE'])[1 + n % 10] as grp,
							now() - (n % 97) * interval '7 hours' as since
						from generate_series(1, :number) as n) made
						""")
			.param("number", number)
			.update();
	}

	/** Of ten, one has no organisation yet. */
	private static void invited(JdbcClient jdbc) {
		jdbc.sql("""
				insert into customer (customer_id, name, customer_reference, tenant_id, matched, created_at, invited_at,
					address)
				select customer_id, name, reference, case when state <> 'SENT' then tenant_id end, true, since, since,
					address
				from desk_row
				""").update();
	}

	private static void words(JdbcClient jdbc) {
		jdbc.sql(
				"""
						insert into desk_term (customer_id, term, name_key)
						select distinct customer_id, convert_to(word, 'UTF8'), name_key from desk_row, lateral unnest(string_to_array(
							lower(name || ' k ' || substr(reference, 3) || ' it example ' || split_part(split_part(address, '@', 2), '.', 1)
								|| ' ' || replace(customer_id::text, '-', '') || ' ' || replace(tenant_id::text, '-', '')
								|| ' ' || replace(connection_id::text, '-', '')), ' ')) as word
						""")
			.update();
	}

	private static void entries(JdbcClient jdbc, int number) {
		jdbc.sql("""
				insert into audit_entry (sequence, recorded_at, tenant_id, actor_kind, actor_id, actor_name, action,
					subject, refused, details, key_id, mac)
				select n, now() - (:number - n) * interval '1 minute', md5('t' || n / 6)::uuid, 'PERSON',
					case when n % 2 = 0 then 'portal' else 'tid/' || n / 6 end,
					case when n % 2 = 0 then 'Highstage Portal' else 'Person ' || n / 6 end,
					(array['sign-in.began', 'secret.requested', 'grant.requested', 'connection.checked'])[1 + n % 4],
					case when n % 9 = 0 then 'customer/' || md5('c' || n / 6)::uuid else 'x' || n end,
					n % 1000 = 0, '{}', 'k', 'm'
				from generate_series(1, :number) as n
				""").param("number", number).update();
	}

}
