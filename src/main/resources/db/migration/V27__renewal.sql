-- Who was reminded that a secret ends; the key makes a second reminder of the same impossible.
create table reminder (
	connection_id uuid not null references connection (connection_id),
	sequence bigint not null,
	-- days before the end; 0 once it has ended
	threshold integer not null,
	-- CUSTOMER or OPERATORS
	recipient varchar(16) not null,
	-- what became of it: SENT, or why it was not
	state varchar(16) not null,
	-- where it was sent; empty if it was not
	address varchar(254) not null,
	noted_at timestamp with time zone not null,
	primary key (connection_id, sequence, threshold, recipient)
);

-- With whose authority a connection's former secrets can be removed at Microsoft: that of the
-- last person who looked and may. One row for each finished connection.
create table retirement (
	connection_id uuid primary key references connection (connection_id),
	tenant_id uuid not null,
	sign_in_id uuid not null,
	object_id uuid not null,
	person_name varchar(256) not null,
	-- one worker at a time; a result that carries an older epoch is refused
	lease_until timestamp with time zone,
	epoch bigint not null,
	alarm_epoch bigint,
	tries integer not null,
	-- why the last try did not succeed
	explanation_key varchar(100),
	explanation_code varchar(200),
	explanation_reference varchar(200)
);
