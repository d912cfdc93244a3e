-- Highstage is offered a credential once a check has passed with it; the one before stays offered
-- until then. The views go first: H2 loses a view's columns when a table under it is altered.
drop view highstage_mailbox_v1;
drop view highstage_connection_v1;

-- the connection while Highstage is offered this version, else null: one at most is
alter table credential add column offered_connection_id uuid;
alter table credential add column offered_at timestamp with time zone;
-- when Highstage said that it uses this version or a newer one
alter table credential add column acknowledged_at timestamp with time zone;
create unique index credential_offered on credential (offered_connection_id);
create index credential_expiry on credential (expires_at);

update credential set offered_connection_id = connection_id, offered_at = (
	select c.checked_at from connection c where c.connection_id = credential.connection_id)
where state <> 'REMOVED' and sealed_credential <> '' and exists (
	select 1 from connection c
	where c.connection_id = credential.connection_id and c.checked_sequence = credential.sequence
		and c.finished_at is not null and c.status <> 'ended');

-- What no longer is as it was when the connection was finished. The subject is a mailbox's
-- address, or empty for what concerns the whole connection.
create table connection_trouble (
	connection_id uuid not null references connection (connection_id),
	kind varchar(32) not null,
	subject varchar(254) not null,
	source varchar(16) not null,
	explanation_key varchar(100) not null,
	explanation_code varchar(200) not null,
	explanation_reference varchar(200) not null,
	since timestamp with time zone not null,
	primary key (connection_id, kind, subject)
);

-- What Highstage reads; stable and versioned. Only finished connections show.
create view highstage_connection_v1 as
select
	c.connection_id,
	c.customer_reference,
	c.organisation_name,
	replace(lower(c.cloud), '_', '-') as cloud,
	c.tenant_id,
	c.client_id,
	c.service_principal_id,
	lower(s.credential_type) as credential_type,
	s.sealed_credential,
	s.recipient_key_id,
	s.key_id as credential_key_id,
	s.expires_at as credential_expires_at,
	s.sequence,
	c.change,
	c.status,
	c.imap,
	c.pop,
	c.smtp,
	c.updated_at
from connection c
left join credential s on s.offered_connection_id = c.connection_id and c.status <> 'ended'
where c.finished_at is not null and c.shown;

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
