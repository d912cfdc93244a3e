-- H2 evaluates a check constraint with a list in the session that made it, and fails once that
-- session is closed: states are checked where rows become objects instead.

-- One row, updated as the last statement of each transaction that changes a connection:
-- its lock makes the numbers follow the order of the commits.
create table connection_change (
	id integer primary key check (id = 1),
	last_change bigint not null
);
insert into connection_change (id, last_change) values (1, 0);

create table connection (
	connection_id uuid primary key,
	tenant_id uuid not null,
	-- the organisation while the connection is not ended, else null: one at most is not
	active_tenant_id uuid unique,
	customer_reference varchar(200),
	organisation_name varchar(256) not null,
	cloud varchar(16) not null,
	generation integer not null,
	by_hand boolean not null,
	client_id uuid,
	application_id uuid,
	service_principal_id uuid,
	application_name varchar(256) not null,
	adopted boolean not null,
	status varchar(16) not null,
	finished_at timestamp with time zone,
	shown boolean not null,
	checked_sequence bigint,
	checked_at timestamp with time zone,
	imap boolean not null,
	pop boolean not null,
	smtp boolean not null,
	change bigint not null,
	created_at timestamp with time zone not null,
	updated_at timestamp with time zone not null
);
create index connection_by_change on connection (change);

-- What the portal was about to do at Microsoft; a row at INTENT is unknown.
create table step_attempt (
	attempt_id varchar(16) primary key,
	connection_id uuid not null references connection (connection_id),
	onboarding_id uuid not null,
	step varchar(16) not null,
	call varchar(40) not null,
	subject varchar(300) not null,
	state varchar(16) not null,
	epoch bigint not null,
	code varchar(200) not null,
	reference varchar(200) not null,
	started_at timestamp with time zone not null,
	ended_at timestamp with time zone
);
create index step_attempt_open on step_attempt (connection_id, state);
