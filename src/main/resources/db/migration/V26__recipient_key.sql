-- Each recipient key and the canary with which Highstage shows that it can open what is sealed
-- for it. The answer is the SHA-256 of the canary's content; stored is the SHA-256 of the answer,
-- so that a reader of the table cannot answer.
alter table recipient_key add column since timestamp with time zone default current_timestamp not null;
-- when it was no longer configured
alter table recipient_key add column retired_at timestamp with time zone;
alter table recipient_key add column canary varchar(8000);
alter table recipient_key add column answer_hash varchar(64);
alter table recipient_key add column canary_at timestamp with time zone;
-- when this canary was answered
alter table recipient_key add column answered_at timestamp with time zone;
-- how often this canary was answered wrongly
alter table recipient_key add column wrong_answers integer default 0 not null;

-- The public keys that verify what the portal signs or signed. No reader takes a key from here
-- without having its id from the portal's operator: whoever writes to the database can add one.
create table signing_key (
	key_id varchar(64) primary key,
	public_key varchar(1000) not null,
	valid_from timestamp with time zone not null,
	-- when another took its place
	valid_until timestamp with time zone,
	-- when it was no longer configured
	withdrawn_at timestamp with time zone
);

-- which connections still hang on a recipient key
create index credential_recipient on credential (recipient_key_id, connection_id);

-- What Highstage reads; stable and versioned.
create view highstage_recipient_key_v1 as
select key_id, canary, proven_until
from recipient_key
where retired_at is null;

create view highstage_signing_key_v1 as
select key_id, public_key, valid_from, valid_until
from signing_key
where withdrawn_at is null;
