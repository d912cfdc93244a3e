-- The versions of each connection's credential. The value is sealed for Highstage; the
-- working copy is under the portal's own key, and null once it was erased.
create table credential (
	connection_id uuid not null,
	sequence bigint not null,
	current_connection_id uuid unique,
	tenant_id uuid not null,
	client_id uuid not null,
	credential_type varchar(20) not null,
	key_id uuid,
	description varchar(200) not null,
	created_at timestamp with time zone not null,
	expires_at timestamp with time zone not null,
	state varchar(20) not null,
	sealed_credential varchar(20000) not null,
	recipient_key_id varchar(64) not null,
	working_copy varchar(20000),
	primary key (connection_id, sequence),
	unique (connection_id, key_id)
);

create index credential_created on credential (created_at);
