-- Mails to be sent and what became of them. The content is encrypted, and null once the mail
-- was sent, refused or given up: it holds live links.
create table outgoing_mail (
	mail_id uuid primary key,
	recipient varchar(254) not null,
	about varchar(200) not null,
	state varchar(16) not null,
	queued_at timestamp with time zone not null,
	changed_at timestamp with time zone not null,
	attempts integer not null,
	next_attempt timestamp with time zone,
	answer varchar(256) not null,
	content varchar(400000)
);
create index outgoing_mail_about on outgoing_mail (about, queued_at);
create index outgoing_mail_settled on outgoing_mail (state, changed_at);
