-- Lists of customers that operators brought, and what became of each line. They are forgotten after a while.
create table invitation_import (
	import_id uuid primary key,
	-- who brought it, in the vendor's organisation
	tenant_id uuid not null,
	object_id uuid not null,
	operator_name varchar(256) not null,
	brought_at timestamp with time zone not null,
	language varchar(16) not null,
	days integer not null,
	-- who confirmed it; in whose name the customers are invited
	confirmer_tenant_id uuid,
	confirmer_object_id uuid,
	confirmer_name varchar(256),
	confirmer_organisation varchar(256),
	confirmer_sign_in_id uuid,
	confirmed_at timestamp with time zone,
	ended_at timestamp with time zone
);
create index invitation_import_age on invitation_import (brought_at);

-- What was typed, cut to what can be shown where it cannot be invited.
create table invitation_import_line (
	import_id uuid not null references invitation_import (import_id),
	line integer not null,
	name varchar(256) not null,
	customer_reference varchar(256) not null,
	address varchar(256) not null,
	language varchar(64) not null,
	protocols varchar(64) not null,
	mailboxes varchar(20000) not null,
	expected_domain varchar(256) not null,
	days varchar(16) not null,
	personal_line varchar(256) not null,
	-- the organisation that has the domain; null if it was not asked for
	expected_tenant_id uuid,
	verdict varchar(32) not null,
	-- the customer who was invited; null before
	customer_id uuid,
	primary key (import_id, line)
);
create index invitation_import_line_verdict on invitation_import_line (import_id, verdict);

create index customer_by_address on customer (address);

-- Buttons that were pressed: the same one once more, by a double click or a reload, does nothing.
create table operator_press (
	press_id uuid primary key,
	pressed_at timestamp with time zone not null,
	customer_id uuid
);
create index operator_press_age on operator_press (pressed_at);

-- Mails to customers that were not delivered, and that the operators were told of.
create table undelivered_alert (
	mail_id uuid primary key,
	told_at timestamp with time zone not null
);

-- Whether somebody of Highstage asks, not of the organisation.
alter table link add column by_vendor boolean default false not null;

alter table consent_request add column declined boolean default false not null;
create index consent_request_tenant on consent_request (tenant_id, kind, used_at);
