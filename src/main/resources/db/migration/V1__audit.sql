-- Who did what. Each entry authenticates itself and the one before it.
create table audit_entry (
	sequence bigint primary key,
	recorded_at timestamp with time zone not null,
	tenant_id uuid,
	actor_kind varchar(20) not null,
	actor_id varchar(200) not null,
	actor_name varchar(400) not null,
	action varchar(100) not null,
	subject varchar(400) not null,
	refused boolean not null,
	details varchar(20000) not null,
	key_id varchar(100) not null,
	mac varchar(64) not null
);

create index audit_entry_tenant on audit_entry (tenant_id, sequence);

-- The end of the chain. Writers queue for this row, so that there is one chain.
create table audit_head (
	id integer primary key check (id = 1),
	sequence bigint not null,
	entry_mac varchar(64) not null,
	key_id varchar(100) not null,
	mac varchar(64) not null
);

insert into audit_head (id, sequence, entry_mac, key_id, mac) values (1, 0, '', '', '');
