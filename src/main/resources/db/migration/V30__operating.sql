-- Counted along by what measures the portal, which looks every few seconds.
create index connection_standing on connection (status, finished_at);
create index credential_newest_end on credential (expires_at, current_connection_id);
create index mailbox_check_result on mailbox_check (protocol, state);
