-- Asked for by each page of an organisation's people, and by whoever reads one organisation.
create index connection_by_tenant on connection (tenant_id, change);
