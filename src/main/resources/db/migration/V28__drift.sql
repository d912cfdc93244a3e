-- What was seen to be no longer as it was finished: connection_trouble holds what lasts and
-- whoever found it; this remembers, for what was noticed here, when it was seen last and told.
create table drift_sight (
	connection_id uuid not null references connection (connection_id),
	kind varchar(32) not null,
	-- a mailbox's address; empty for what concerns the whole connection
	subject varchar(254) not null,
	source varchar(16) not null,
	lasts boolean not null,
	seen_at timestamp with time zone not null,
	-- since when mails about it are due; null once they are queued or no longer needed
	untold_since timestamp with time zone,
	told_at timestamp with time zone,
	primary key (connection_id, kind, subject)
);
create index drift_sight_untold on drift_sight (untold_since);

-- the newest report of each mailbox that was listened to; older ones are stale
create table drift_report (
	connection_id uuid not null references connection (connection_id),
	address varchar(254) not null,
	reported_at timestamp with time zone not null,
	primary key (connection_id, address)
);
