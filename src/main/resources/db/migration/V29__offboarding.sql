-- A connection can also be ended by Highstage; then nobody of the customer has lent their
-- authority, and the parts wait for somebody who signs in.
alter table removal add column by_vendor boolean default false not null;
-- why, as the operator said; empty for no reason
alter table removal add column reason varchar(250) default '' not null;
create index removal_by_connection on removal (connection_id, started_at);

-- What is still at Microsoft of a connection that has ended: the names of the parts.
alter table desk_row add column left_behind varchar(100) default '' not null;
