-- What the operators' list shows, filters and sorts by: one row per customer, derived from
-- everything else in the transaction that changes it. Keys are bytes, so that no collation
-- decides an order.
create table desk_row (
	customer_id uuid primary key,
	name varchar(256) not null,
	name_key bytea not null,
	reference varchar(200) not null,
	organisation_name varchar(256) not null,
	address varchar(254) not null,
	domain varchar(253) not null,
	tenant_id uuid,
	connection_id uuid,
	state varchar(16) not null,
	state_group varchar(16) not null,
	step varchar(16),
	needs varchar(16),
	reason varchar(32),
	since timestamp with time zone not null,
	link_ends timestamp with time zone,
	-- since, while somebody has to do something; else the end of time, which sorts last
	stuck_since timestamp with time zone not null,
	-- the end of time if there is no secret
	secret_ends timestamp with time zone not null,
	-- the same day in UTC, for the calendar
	secret_day date,
	unmatched boolean not null,
	changed_at timestamp with time zone not null,
	-- when the passing of time alone changes the row
	due_at timestamp with time zone not null
);
create index desk_row_tenant on desk_row (tenant_id);
create index desk_row_due on desk_row (due_at);
create index desk_row_day on desk_row (secret_day);
-- counted along: narrow
create index desk_row_state on desk_row (state);
create index desk_row_name on desk_row (name_key, customer_id);
create index desk_row_stuck on desk_row (stuck_since, customer_id);
create index desk_row_secret on desk_row (secret_ends, customer_id);
create index desk_row_changed on desk_row (changed_at, customer_id);
create index desk_row_state_name on desk_row (state, name_key, customer_id);
create index desk_row_state_stuck on desk_row (state, stuck_since, customer_id);
create index desk_row_state_secret on desk_row (state, secret_ends, customer_id);
create index desk_row_state_changed on desk_row (state, changed_at, customer_id);
create index desk_row_group_name on desk_row (state_group, name_key, customer_id);
create index desk_row_group_stuck on desk_row (state_group, stuck_since, customer_id);
create index desk_row_group_secret on desk_row (state_group, secret_ends, customer_id);
create index desk_row_group_changed on desk_row (state_group, changed_at, customer_id);
create index desk_row_unmatched on desk_row (unmatched, stuck_since, customer_id);

-- The words that a customer is found by, folded, in UTF-8, each with the customer's place by
-- name: who has a word is found in the order of names without looking at anybody else.
create table desk_term (
	customer_id uuid not null references desk_row (customer_id),
	term bytea not null,
	name_key bytea not null,
	primary key (customer_id, term)
);
create index desk_term_word on desk_term (term, name_key, customer_id);

-- The audit view's filters, newest first.
create index audit_entry_time on audit_entry (recorded_at, sequence);
create index audit_entry_subject on audit_entry (subject, sequence);
create index audit_entry_action on audit_entry (action, sequence);
create index audit_entry_actor on audit_entry (actor_id, sequence);
create index audit_entry_name on audit_entry (actor_name, sequence);
create index audit_entry_refused on audit_entry (refused, sequence);
