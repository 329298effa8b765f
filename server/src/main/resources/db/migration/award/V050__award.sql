-- Learners as each organisation knows them. name_key is the name without case and doubled spaces: what tells two
-- spellings of one name from two names.
create table recipient (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 200),
  name_key text not null,
  email text check (email = lower(email)),
  learner_number text check (length(learner_number) between 1 and 64),
  holder_id uuid references person on delete set null,
  created_at timestamptz not null,
  unique (organisation_id, id)
);
create unique index recipient_number on recipient (organisation_id, learner_number);
create unique index recipient_email on recipient (organisation_id, email, name_key) where learner_number is null;
create unique index recipient_name on recipient (organisation_id, name_key) where learner_number is null and email is null;
create index recipient_unclaimed on recipient (email) where holder_id is null;
create index recipient_of_holder on recipient (holder_id);

create table award_batch (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  spec_version_id uuid not null,
  status text not null check (status in ('PREVIEW', 'QUEUED', 'RUNNING', 'DONE', 'CANCELLED')),
  file_name text not null,
  charset text not null,
  charset_guessed boolean not null,
  separator text not null,
  header text[] not null,
  ignored_columns text[] not null,
  language text not null,
  created_by text not null,
  created_at timestamptz not null,
  confirmed_by text,
  cancel_asked boolean not null default false,
  finished_at timestamptz,
  trouble_at timestamptz,
  foreign key (organisation_id, spec_version_id) references spec_version (organisation_id, id),
  unique (organisation_id, id)
);
create index award_batch_of_organisation on award_batch (organisation_id, created_at desc);
create index award_batch_preview on award_batch (created_at) where status = 'PREVIEW';

create table award (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  spec_version_id uuid not null,
  recipient_id uuid not null,
  awarded_on date not null,
  grade text check (length(grade) between 1 and 64),
  narrative text check (length(narrative) between 1 and 2000),
  status text not null check (status in ('CONFERRED', 'ANNULLED')),
  idempotency_key text not null,
  batch_id uuid,
  created_by text not null,
  created_at timestamptz not null,
  annulled_for text,
  annulled_by text,
  annulled_at timestamptz,
  check ((status = 'ANNULLED') = (annulled_for is not null and annulled_by is not null and annulled_at is not null)),
  foreign key (organisation_id, spec_version_id) references spec_version (organisation_id, id),
  foreign key (organisation_id, recipient_id) references recipient (organisation_id, id),
  foreign key (organisation_id, batch_id) references award_batch (organisation_id, id),
  unique (organisation_id, id),
  unique (organisation_id, idempotency_key)
);
create index award_of_organisation on award (organisation_id, created_at desc, id desc);
create index award_of_recipient on award (recipient_id);
create index award_of_batch on award (batch_id);

create table award_batch_row (
  organisation_id uuid not null,
  batch_id uuid not null,
  line int not null,
  cells text[] not null,
  state text not null check (state in ('READY', 'BAD', 'ALREADY', 'AWARDED')),
  name text,
  email text,
  learner_number text,
  awarded_on date,
  grade text,
  narrative text,
  reason_key text,
  reason_args text[] not null default '{}',
  award_id uuid,
  primary key (batch_id, line),
  foreign key (organisation_id, batch_id) references award_batch (organisation_id, id) on delete cascade,
  check (state <> 'READY' or (name is not null and awarded_on is not null)),
  check (state <> 'BAD' or reason_key is not null)
);
create index award_batch_row_ready on award_batch_row (batch_id, line) where state = 'READY';

-- A key that a program sent with its request, so that the same request sent twice awards once.
create table award_request (
  organisation_id uuid not null references organisation,
  request_key text not null check (length(request_key) between 1 and 200),
  fingerprint text not null,
  award_id uuid not null,
  primary key (organisation_id, request_key),
  foreign key (organisation_id, award_id) references award (organisation_id, id)
);

-- Links in letters and codes on paper. Tokens and codes are kept as hashes; a code also sealed with the master key,
-- so that its sheet can be printed again. Who reads this table can claim nothing.
create table claim_ticket (
  secret_hash text primary key,
  organisation_id uuid not null,
  recipient_id uuid not null,
  award_id uuid not null,
  sealed_code bytea,
  expires_at timestamptz not null,
  foreign key (organisation_id, award_id) references award (organisation_id, id),
  foreign key (organisation_id, recipient_id) references recipient (organisation_id, id)
);
create index claim_ticket_of_recipient on claim_ticket (recipient_id);
create index claim_ticket_of_award on claim_ticket (award_id);

create function refuse_change_of_award() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status = 'CONFERRED' and new.status = 'ANNULLED'
     and (to_jsonb(old) - '{status,annulled_for,annulled_by,annulled_at}'::text[])
       = (to_jsonb(new) - '{status,annulled_for,annulled_by,annulled_at}'::text[]) then
    return new;
  end if;
  raise exception 'an award is never changed or deleted, only annulled' using errcode = 'restrict_violation';
end $$;
create trigger award_is_append_only before update or delete on award
  for each row execute function refuse_change_of_award();
