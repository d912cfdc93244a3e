package com.highstage.portal.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * As many customers as one likes, each with an organisation of its own, written by the
 * database itself with what the product would write. The audit entries do not
 * authenticate each other, and come before the chain.
 *
 * @param jdbc the database
 * @param size how many
 */
record Crowd(JdbcClient jdbc, int size) {

	/** Audit entries for each customer. */
	static final int ENTRIES = 3;

	/** The common word of half of the customers. */
	static final String FREQUENT = "group";

	/** The first word of a tenth of the customers, who stand side by side in the list. */
	static final String FIRST = "silver";

	/** The same for the same customer, and independent of everything else about them. */
	private static final String PICK = """
			create function pg_temp.pick(n integer, what text, among integer) returns integer immutable language sql
			as 'select abs(hashtext(n || what)) % among'
			""";

	private static final String STATES = """
			(array['WORKS','WORKS','WORKS','WORKS','WORKS','WORKS','WORKS','WORKS','WORKS','WORKS','WORKS','SENT',
			'OPENED','UNDER_WAY','WAITS_COLLEAGUE','STUCK','EXPIRED','ENDED','ATTENTION','CANCELLED'])[1 + pg_temp.pick(n, 'state', 20)]
			""";

	private static final String GROUPS = """
			case state when 'WORKS' then 'WORKS' when 'SENT' then 'INVITATION' when 'OPENED' then 'INVITATION'
			when 'UNDER_WAY' then 'UNDER_WAY' when 'WAITS_COLLEAGUE' then 'WAITING' when 'ENDED' then 'OVER'
			when 'CANCELLED' then 'OVER' else 'TROUBLE' end
			""";

	private static final String PEOPLE = """
			create temporary table crowd as
			select n, md5('customer' || n)::uuid as customer_id, md5('tenant' || n)::uuid as tenant_id,
				md5('connection' || n)::uuid as connection_id, %s as state,
				(array['North','Blue','Old','Royal','Silver','Green','Quick','Bright','Cold','Grand'])[1 + pg_temp.pick(n, 'first', 10)]
					|| ' ' || (array['Harbour','Mill','Forest','Bridge','Market','Garden','River','Castle','Tower',
					'Valley','Field'])[1 + pg_temp.pick(n, 'second', 11)] || ' ' || case when pg_temp.pick(n, 'third', 2) = 0 then 'Group ' else 'Works ' end
					|| lpad(n::text, 6, '0') as name,
				now() - pg_temp.pick(n, 'since', 400) * interval '1 day' as since,
				now() + (pg_temp.pick(n, 'ends', 700) - 20) * interval '1 day' as ends
			from generate_series(1, %d) n
			""";

	void settle() {
		sql(PICK);
		sql(PEOPLE.formatted(STATES, this.size));
		customers();
		connections();
		desk();
		audit();
		for (String table : new String[] { "customer", "customer_link", "connection", "onboarding", "desk_row",
				"desk_term", "audit_entry" }) {
			sql("vacuum analyze " + table);
		}
	}

	private void customers() {
		sql("""
				insert into customer (customer_id, name, customer_reference, tenant_id, matched, created_at, invited_by,
					invited_at, address, language, permissions, mailboxes, valid_for_seconds, personal_line)
				select customer_id, name, 'C-' || lpad(n::text, 6, '0'), case when state in ('SENT', 'OPENED', 'EXPIRED')
					then null else tenant_id end, true, since, 'Ole Nielsen', since, 'admin@k' || n || '.example',
					'ENGLISH', 'IMAP,POP', '', 1209600, ''
				from crowd
				""");
		sql("""
				insert into customer_link (link_id, token_hash, customer_id, created_at, expires_at)
				select md5('link' || n)::uuid, md5('token' || n), customer_id, since, since + interval '14 days' from crowd
				""");
	}

	private void connections() {
		sql("""
				insert into connection (connection_id, tenant_id, active_tenant_id, organisation_name, cloud, generation,
					by_hand, application_name, adopted, status, shown, imap, pop, smtp, change, created_at, updated_at)
				select connection_id, tenant_id, case when state <> 'ENDED' then tenant_id end, name, 'GLOBAL', 1, false,
					'Highstage Mail', false, 'none', true, true, true, false, n, since, since
				from crowd where state not in ('SENT', 'OPENED', 'EXPIRED')
				""");
		sql("""
				insert into onboarding (onboarding_id, tenant_id, connection_id, status, mode, application_name, contact,
					secret_description, lifetime_days, credential_type, permissions, express, new_secret,
					revoke_others, consent_page, acting_name, abilities, started_by, starter_name, started_at, epoch,
					version)
				select md5('onboarding' || n)::uuid, tenant_id, connection_id, 'FINISHED', 'PORTAL', 'Highstage Mail', '',
					'', 180, 'SECRET', 'IMAP,POP', true, false, false, false, '', '', customer_id, 'Anna Berg', since,
					1, 1
				from crowd where state not in ('SENT', 'OPENED', 'EXPIRED')
				""");
	}

	private void desk() {
		sql("""
				insert into desk_row (customer_id, name, name_key, reference, organisation_name, address, domain,
					tenant_id, connection_id, state, state_group, since, stuck_since, secret_ends, secret_day, unmatched,
					changed_at, due_at)
				select customer_id, name, convert_to(lower(name), 'UTF8'), 'C-' || lpad(n::text, 6, '0'),
					case when early then '' else name end, 'admin@k' || n || '.example', '',
					case when early then null else tenant_id end, case when early then null else connection_id end, state,
					%s, since, case when state in ('WORKS', 'ENDED', 'CANCELLED') then never else since end,
					case when secret then ends else never end, case when secret then (ends at time zone 'UTC')::date end,
					n %% 200 = 0, since, case when secret and ends > now() then ends else never end
				from (select *, state in ('SENT', 'OPENED', 'EXPIRED') as early,
					state in ('WORKS', 'ATTENTION') as secret, timestamptz '9999-01-01 00:00:00Z' as never from crowd) c
				"""
			.formatted(GROUPS));
		sql("""
				insert into desk_term (customer_id, term, name_key)
				select distinct customer_id, convert_to(word, 'UTF8'), name_key
				from desk_row, regexp_split_to_table(lower(name || ' ' || reference || ' ' || address || ' '
					|| replace(concat_ws(' ', customer_id, tenant_id, connection_id), '-', '')), '[^a-z0-9]+') word
				where word <> ''
				""");
	}

	private void audit() {
		sql("""
				insert into audit_entry (sequence, recorded_at, tenant_id, actor_kind, actor_id, actor_name, action,
					subject, refused, details, key_id, mac)
				select -n * %1$d - e, since + e * interval '1 hour', tenant_id,
					'PERSON', 'admin' || n, 'Anna Berg', (array['invitation.sent','person.signed-in','step.begun'])[1 + e],
					'customer/' || customer_id, n %% 50 = 0, '{}', 'none', md5(n || '/' || e)
				from crowd, generate_series(0, %1$d - 1) e
				"""
			.formatted(ENTRIES));
	}

	private void sql(String statement) {
		this.jdbc.sql(statement).update();
	}

}
