-- The mailboxes of a journey stand in the table mailbox, once for the connection.
alter table onboarding drop column mailboxes;

-- What a person chose where the mailboxes' steps offered ways out.
alter table onboarding add column register_again boolean default false not null;

-- Whose delegated token the work uses in Exchange, often another person's.
alter table onboarding add column exchange_sign_in_id uuid;
alter table onboarding add column exchange_object_id uuid;
alter table onboarding add column exchange_name varchar(256) default '' not null;

-- Protocols that a person wants switched on for a mailbox, until that is done.
create table protocol_wish (
	onboarding_id uuid not null references onboarding (onboarding_id),
	address varchar(254) not null,
	protocol varchar(8) not null,
	primary key (onboarding_id, address, protocol)
);

-- What the contact was told already, each thing once.
create table onboarding_news (
	onboarding_id uuid not null references onboarding (onboarding_id),
	news varchar(32) not null,
	told_at timestamp with time zone not null,
	primary key (onboarding_id, news)
);

-- A mailbox that must stay closed, tried because somebody asked for it.
create table closed_proof (
	onboarding_id uuid primary key references onboarding (onboarding_id),
	address varchar(254) not null,
	asked_at timestamp with time zone not null,
	result varchar(16),
	tried_at timestamp with time zone
);
