-- What is new is looked for among what Highstage wrote in the last minutes, by its own times; all
-- of it only now and then.
create index highstage_acknowledgement_time on highstage_acknowledgement (acknowledged_at);
create index highstage_report_time on highstage_report (reported_at);

-- Why the row was not believed; null if it was. The same again is not written down again.
alter table taken_acknowledgement add column refused varchar(40);
alter table taken_report add column refused varchar(40);
alter table taken_canary_answer add column refused varchar(40);
