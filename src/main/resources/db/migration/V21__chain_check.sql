-- The last verification of the audit chain that an operator asked for.
create table chain_check (
	id integer primary key check (id = 1),
	asked_at timestamp with time zone not null,
	asked_by varchar(256) not null,
	-- null while it goes on
	ended_at timestamp with time zone,
	-- how many entries fit, if all do
	entries bigint,
	-- the first entry that does not fit, and why
	broken_at bigint,
	reason varchar(16)
);
