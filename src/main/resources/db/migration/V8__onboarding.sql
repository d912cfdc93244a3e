create table onboarding (
	onboarding_id uuid primary key,
	tenant_id uuid not null,
	-- the organisation while the journey is active, else null: one at most is
	active_tenant_id uuid unique,
	connection_id uuid not null references connection (connection_id),
	status varchar(16) not null,
	mode varchar(16) not null,
	application_name varchar(256) not null,
	contact varchar(320) not null,
	secret_description varchar(200) not null,
	lifetime_days integer not null,
	credential_type varchar(16) not null,
	permissions varchar(64) not null,
	mailboxes varchar(200000) not null,
	goal varchar(16),
	express boolean not null,
	-- what a person chose where a step offered ways out
	new_secret boolean not null,
	revoke_others boolean not null,
	consent_page boolean not null,
	-- whose delegated token the work uses
	sign_in_id uuid,
	acting_object_id uuid,
	acting_name varchar(256) not null,
	abilities varchar(64) not null,
	started_by uuid not null,
	starter_name varchar(256) not null,
	started_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	-- one worker at a time; a result that carries an older epoch is refused
	lease_until timestamp with time zone,
	epoch bigint not null,
	-- only the alarm that the last finished run set is heard
	alarm_epoch bigint,
	version bigint not null
);
create index onboarding_by_tenant on onboarding (tenant_id, started_at);

create table onboarding_step (
	onboarding_id uuid not null references onboarding (onboarding_id),
	step varchar(16) not null,
	state varchar(32) not null,
	since timestamp with time zone,
	next_look timestamp with time zone,
	needs varchar(16),
	reason varchar(32),
	ways_out varchar(200) not null,
	explanation_key varchar(100),
	explanation_code varchar(200),
	explanation_reference varchar(200),
	tries integer not null,
	looked_up_at timestamp with time zone,
	primary key (onboarding_id, step)
);

-- The alarm clock; columns as db-scheduler wants them.
create table scheduled_tasks (
	task_name varchar(100) not null,
	task_instance varchar(200) not null,
	task_data bytea,
	execution_time timestamp with time zone not null,
	picked boolean not null,
	picked_by varchar(200),
	last_success timestamp with time zone,
	last_failure timestamp with time zone,
	consecutive_failures integer,
	last_heartbeat timestamp with time zone,
	version bigint not null,
	priority smallint,
	primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
