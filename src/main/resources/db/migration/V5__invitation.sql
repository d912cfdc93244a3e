-- Links that let a colleague do one step. The token itself is in the link alone.
create table link (
    id uuid not null primary key,
    token_hash varchar(64) not null unique,
    kind varchar(20) not null,
    tenant_id uuid not null,
    organisation_name varchar(256) not null,
    onboarding_id uuid,
    asked_by varchar(256) not null,
    asked_by_id uuid not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone
);

create index link_onboarding on link (onboarding_id);
create index link_tenant on link (tenant_id);
