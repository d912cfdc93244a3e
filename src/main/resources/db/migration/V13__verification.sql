-- What the last real login at each mailbox has shown, protocol by protocol. A passed check
-- counts for the credential of that sequence; again_at is when somebody asked for another try.
create table mailbox_check (
	connection_id uuid not null,
	address varchar(254) not null,
	protocol varchar(8) not null,
	state varchar(16) not null,
	since timestamp with time zone,
	next_look timestamp with time zone,
	again_at timestamp with time zone,
	explanation_key varchar(100),
	explanation_code varchar(200),
	explanation_reference varchar(200),
	remedies varchar(200) not null,
	tries integer not null,
	checked_at timestamp with time zone,
	verified_at timestamp with time zone,
	sequence bigint,
	primary key (connection_id, address, protocol),
	foreign key (connection_id, address) references mailbox (connection_id, address)
		on update cascade on delete cascade
);

-- What Highstage reads; stable and versioned.
create view highstage_mailbox_v1 as
select
	m.connection_id,
	m.address,
	max(case when k.protocol = 'IMAP' then k.verified_at end) as imap_verified_at,
	max(case when k.protocol = 'POP' then k.verified_at end) as pop_verified_at,
	max(case when k.protocol = 'SMTP' then k.verified_at end) as smtp_verified_at
from mailbox m
join highstage_connection_v1 c on c.connection_id = m.connection_id
left join mailbox_check k on k.connection_id = m.connection_id and k.address = m.address
where m.wanted
group by m.connection_id, m.address;
