-- Until when Highstage is known to be able to open what is sealed for a key.
create table recipient_key (
	key_id varchar(64) primary key,
	proven_until timestamp with time zone
);
