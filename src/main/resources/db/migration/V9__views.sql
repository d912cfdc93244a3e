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
left join credential s on s.current_connection_id = c.connection_id and c.status <> 'ended'
where c.finished_at is not null and c.shown;
