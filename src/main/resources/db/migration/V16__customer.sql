-- Customers of Highstage: invited, or come by themselves. What an operator said of them when
-- inviting them is null for those who came by themselves.
create table customer (
	customer_id uuid primary key,
	name varchar(256) not null,
	customer_reference varchar(200) not null,
	-- their Microsoft organisation, once it is known; an organisation is one customer
	tenant_id uuid unique,
	matched boolean not null,
	created_at timestamp with time zone not null,
	cancelled_at timestamp with time zone,
	invited_by varchar(256),
	invited_at timestamp with time zone,
	address varchar(254),
	language varchar(16),
	permissions varchar(64),
	mailboxes varchar(200000),
	expected_domain varchar(253),
	expected_tenant_id uuid,
	valid_for_seconds bigint,
	personal_line varchar(256)
);
create index customer_by_reference on customer (customer_reference);
create index customer_by_age on customer (created_at, customer_id);

-- Links of invitations. The token itself is in the link alone.
create table customer_link (
	link_id uuid primary key,
	token_hash varchar(64) not null unique,
	customer_id uuid not null references customer (customer_id),
	created_at timestamp with time zone not null,
	expires_at timestamp with time zone not null,
	opened_at timestamp with time zone,
	signed_in_at timestamp with time zone,
	revoked_at timestamp with time zone,
	-- when the operators were last told that its holder wants a new one
	asked_at timestamp with time zone
);
create index customer_link_customer on customer_link (customer_id, created_at);

create table customer_note (
	note_id uuid primary key,
	customer_id uuid not null references customer (customer_id),
	text varchar(2000) not null,
	written_by varchar(256) not null,
	written_at timestamp with time zone not null
);
create index customer_note_customer on customer_note (customer_id, written_at);

-- One row: who is about to say which organisation a customer is waits for it, so that two
-- cannot say different things at once.
create table customer_turn (
	id integer primary key check (id = 1)
);
insert into customer_turn (id) values (1);
