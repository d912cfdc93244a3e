-- A consent that somebody was sent to Microsoft for. It identifies a return, it proves nothing.
create table consent_request (
	state_hash varchar(64) primary key,
	kind varchar(16) not null,
	tenant_id uuid not null,
	client_id uuid,
	permissions varchar(64) not null,
	created_at timestamp with time zone not null,
	expires_at timestamp with time zone not null,
	used_at timestamp with time zone
);
create index consent_request_expiry on consent_request (expires_at);

-- What a colleague's link is about.
create table consent_link (
	link_id uuid primary key,
	kind varchar(16) not null,
	tenant_id uuid not null,
	client_id uuid,
	permissions varchar(64) not null
);
