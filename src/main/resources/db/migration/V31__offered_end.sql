-- What measures the portal counts the secrets that Highstage uses, not the newest ones: a newer
-- one may wait for its proof while the one in use ends, or belong to a journey that never ended.
drop index credential_newest_end;
create index credential_offered_end on credential (expires_at, offered_connection_id);
