-- Invited customers whose organisation is not known: the first two are null for them, so that
-- they stand together, by the time of their invitation.
create index customer_awaited on customer (tenant_id, cancelled_at, invited_at, customer_id);

-- How often inviting the customer of a line failed, without anything wrong with the line.
alter table invitation_import_line add column failures integer default 0 not null;

-- The end of a colleague's link counts from now on.
update desk_row set due_at = changed_at where state = 'WAITS_COLLEAGUE';
