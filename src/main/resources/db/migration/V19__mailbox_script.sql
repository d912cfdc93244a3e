-- When a script that opens the mailbox was handed out last, or a login opened it, while Exchange
-- had not said that it is open: what a script was told to give, a script takes away again.
-- Access that Exchange showed before is somebody else's and has no row. A table of its own,
-- because H2 loses a view's columns when a table under it is altered.
create table mailbox_script (
	connection_id uuid not null,
	address varchar(254) not null,
	handed_out_at timestamp with time zone not null,
	-- when a script that closes it was handed out first, since it is off the list
	closing_at timestamp with time zone,
	primary key (connection_id, address),
	foreign key (connection_id, address) references mailbox (connection_id, address)
		on update cascade on delete cascade
);

-- Who had no way into Exchange can only have opened what opened with the script.
insert into mailbox_script (connection_id, address, handed_out_at)
select m.connection_id, m.address, max(k.verified_at) from mailbox m
join mailbox_check k on k.connection_id = m.connection_id and k.address = m.address
where not m.ours and m.access <> 'OPEN' and k.verified_at is not null
group by m.connection_id, m.address;

-- Logins at mailboxes that are off the list, until one shows that they are closed.
create table closing_look (
	connection_id uuid not null,
	address varchar(254) not null,
	next_look timestamp with time zone not null,
	tries integer not null,
	-- whether it opened since it is off the list
	opened boolean not null,
	-- whether the last login was refused
	refused boolean not null,
	-- the credential of the last login
	sequence bigint not null,
	primary key (connection_id, address),
	foreign key (connection_id, address) references mailbox (connection_id, address)
		on update cascade on delete cascade
);
