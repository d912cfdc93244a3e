-- The mailboxes of each connection: what somebody chose, and what Exchange said of it last.
create table mailbox (
	connection_id uuid not null references connection (connection_id),
	-- in lower case: Exchange treats addresses so
	address varchar(254) not null,
	-- another address of it that somebody typed
	typed_address varchar(254),
	display_name varchar(256) not null,
	mailbox_type varchar(64) not null,
	-- false once it is off the list and access is yet to be taken away
	wanted boolean not null,
	access varchar(16) not null,
	opened_at timestamp with time zone,
	-- whether the portal gave the access (or may have), so that it may take it away
	ours boolean not null,
	-- which protocols were on; null if Exchange was not asked
	imap_on boolean,
	pop_on boolean,
	mailbox_smtp_off boolean,
	smtp_off boolean not null,
	explanation_key varchar(100),
	explanation_code varchar(200),
	explanation_reference varchar(200),
	looked_up_at timestamp with time zone,
	primary key (connection_id, address)
);

-- How Exchange knew each connection's application when it was asked last.
create table exchange_registration (
	connection_id uuid primary key references connection (connection_id),
	state varchar(16) not null,
	found_object_id uuid,
	other_client_id uuid,
	looked_up_at timestamp with time zone
);
