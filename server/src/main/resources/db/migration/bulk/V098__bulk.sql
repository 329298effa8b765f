-- Many documents checked as one job. An item's document is gone once it was checked; a run goes with all its items when
-- its time is over. done counts the items that were stored, so a job that was killed goes on at the next one.
create table bulk_run (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 200),
  role_version_id uuid,
  status text not null check (status in ('QUEUED', 'RUNNING', 'DONE')),
  total int not null check (total between 1 and 1000),
  done int not null default 0,
  made_by text not null,
  made_at timestamptz not null,
  finished_at timestamptz,
  delete_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, role_version_id) references role_version (organisation_id, id)
);
create index bulk_run_of_organisation on bulk_run (organisation_id, made_at desc);
create index bulk_run_to_delete on bulk_run (delete_at);

create table bulk_item (
  organisation_id uuid not null,
  run_id uuid not null,
  position int not null,
  file_name text not null,
  media_type text not null,
  content bytea,
  tries int not null default 0,
  refusal text,
  result json,
  checked_at timestamptz,
  primary key (run_id, position),
  foreign key (organisation_id, run_id) references bulk_run (organisation_id, id) on delete cascade
);

-- Whom to tell that a run is done. The secret that signs it is sealed with the master key.
create table bulk_webhook (
  id uuid primary key,
  organisation_id uuid not null,
  run_id uuid not null unique,
  address text not null,
  secret_sealed bytea not null,
  attempts int not null default 0,
  outcome text,
  delivered_at timestamptz,
  given_up_at timestamptz,
  foreign key (organisation_id, run_id) references bulk_run (organisation_id, id) on delete cascade
);
