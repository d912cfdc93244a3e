-- What Highstage writes. Its words are judged when they are taken in, not here: no row of these
-- tables may be the reason why another one cannot be written.
create table highstage_acknowledgement (
	connection_id uuid not null,
	sequence bigint not null,
	acknowledged_at timestamp with time zone not null,
	primary key (connection_id, sequence)
);

create table highstage_report (
	connection_id uuid not null,
	-- the mailbox; empty for what concerns the whole connection
	address varchar(1000) default '' not null,
	last_login_at timestamp with time zone,
	-- null or empty if nothing failed since the last login
	last_error varchar(100000),
	reported_at timestamp with time zone not null,
	primary key (connection_id, address)
);

create table highstage_canary_answer (
	key_id varchar(200) primary key,
	answer varchar(1000) not null,
	answered_at timestamp with time zone not null
);

-- The rows as they were taken in last: one counts as new while it differs from its copy. Tables
-- of their own, because Highstage writes the three above and sees nothing else.
create table taken_acknowledgement (
	connection_id uuid not null,
	sequence bigint not null,
	acknowledged_at timestamp with time zone not null,
	primary key (connection_id, sequence)
);

create table taken_report (
	connection_id uuid not null,
	address varchar(1000) not null,
	last_login_at timestamp with time zone,
	last_error varchar(100000),
	reported_at timestamp with time zone not null,
	primary key (connection_id, address)
);

create table taken_canary_answer (
	key_id varchar(200) primary key,
	answer varchar(1000) not null,
	answered_at timestamp with time zone not null
);
