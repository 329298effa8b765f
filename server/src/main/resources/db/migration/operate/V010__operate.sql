-- Deeds are written once. The application never updates or deletes them, and the trigger holds it to that.
create table audit_event (
  id uuid primary key,
  organisation_id uuid,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null
);
create index audit_event_of_organisation on audit_event (organisation_id, at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_event_is_append_only before update or delete on audit_event
  for each row execute function refuse_change();

-- The outbox of mail.
create table letter (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  about text not null,
  written_at timestamptz not null,
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  trouble text
);
create index letter_due on letter (next_attempt_at) where sent_at is null;
create index letter_about on letter (about);
create index letter_written on letter (written_at desc);

-- The table db-scheduler works on.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
