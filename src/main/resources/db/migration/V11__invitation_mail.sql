-- The address to which news about an organisation's connection goes; only a confirmed one is used.
create table contact (
	tenant_id uuid primary key,
	address varchar(254) not null,
	language varchar(16) not null,
	asked_by varchar(256) not null,
	asked_at timestamp with time zone not null,
	link_id uuid,
	confirmed_at timestamp with time zone
);

-- Mails that a person had sent within the last hour, to be counted.
create table asked_mail (
	id uuid primary key,
	tenant_id uuid not null,
	object_id uuid not null,
	asked_at timestamp with time zone not null
);
create index asked_mail_person on asked_mail (tenant_id, object_id, asked_at);
