-- Takes back what the portal made for a connection; one at most is under way.
create table removal (
	removal_id uuid primary key,
	tenant_id uuid not null,
	connection_id uuid not null references connection (connection_id),
	-- the connection while the removal is under way, else null
	active_connection_id uuid unique,
	-- whether the portal created the application, so that all of it goes
	ours boolean not null,
	-- whether there is a registration in Exchange to be taken back
	exchange boolean not null,
	started_by uuid not null,
	starter_name varchar(256) not null,
	started_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	-- whose delegated token the work uses, in the directory and in Exchange
	sign_in_id uuid,
	acting_object_id uuid,
	acting_name varchar(256) not null,
	exchange_sign_in_id uuid,
	exchange_object_id uuid,
	exchange_name varchar(256) not null,
	-- one worker at a time; a result that carries an older epoch is refused
	lease_until timestamp with time zone,
	epoch bigint not null,
	alarm_epoch bigint,
	-- counts what people asked for
	version bigint not null
);
create index removal_by_tenant on removal (tenant_id, started_at);

create table removal_part (
	removal_id uuid not null references removal (removal_id),
	part varchar(16) not null,
	state varchar(32) not null,
	since timestamp with time zone,
	next_look timestamp with time zone,
	explanation_key varchar(100),
	explanation_code varchar(200),
	explanation_reference varchar(200),
	tries integer not null,
	looked_up_at timestamp with time zone,
	primary key (removal_id, part)
);

-- The mailboxes with access when the removal began: the portal's own list forgets them one by one.
create table removal_mailbox (
	removal_id uuid not null references removal (removal_id),
	address varchar(254) not null,
	-- whether the portal gave the access
	ours boolean not null,
	primary key (removal_id, address)
);
