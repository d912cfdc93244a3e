-- One sign-in of one person. Ended rows stay for a while: background work names them.
create table sign_in (
    id uuid not null primary key,
    tenant_id uuid not null,
    object_id uuid not null,
    name varchar(256) not null,
    sign_in_name varchar(256) not null,
    organisation_name varchar(256) not null,
    staff varchar(20),
    roles varchar(400) not null,
    roles_at timestamp with time zone,
    link_id uuid,
    began_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    ended_at timestamp with time zone
);

create index sign_in_person on sign_in (tenant_id, object_id);
create index sign_in_link on sign_in (link_id);
create index sign_in_expiry on sign_in (expires_at);

-- What Microsoft last answered when a sign-in asked for a service: a token, encrypted, or a refusal.
create table delegated_access (
    sign_in_id uuid not null references sign_in (id) on delete cascade,
    resource varchar(40) not null,
    token varchar(32768),
    expires_at timestamp with time zone,
    refused_at timestamp with time zone,
    refusal varchar(40),
    reference varchar(40),
    primary key (sign_in_id, resource)
);

create index delegated_access_expiry on delegated_access (expires_at);
