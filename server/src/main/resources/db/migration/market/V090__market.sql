-- Files of job postings as they were sent, until they are read; and what was read. rows_read is where reading goes on
-- after it was interrupted: each chunk of rows is stored in one transaction with it.
create table market_import (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED')),
  file_name text not null,
  source text not null,
  language text not null,
  country text not null,
  shared boolean not null,
  bytes bigint not null,
  bytes_read bigint not null default 0,
  rows_read bigint not null default 0,
  stored bigint not null default 0,
  duplicates bigint not null default 0,
  bad bigint not null default 0,
  cancel_asked boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  trouble_at timestamptz,
  unique (organisation_id, id)
);
create index market_import_of_organisation on market_import (organisation_id, created_at desc);

create table market_import_part (
  organisation_id uuid not null,
  import_id uuid not null,
  part int not null,
  bytes bytea not null,
  primary key (import_id, part),
  foreign key (organisation_id, import_id) references market_import (organisation_id, id) on delete cascade
);

-- Rows that are no postings, the first ten thousand of a file.
create table market_import_fault (
  organisation_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  line bigint not null,
  fault text not null,
  detail text not null,
  primary key (import_id, row_number),
  foreign key (organisation_id, import_id) references market_import (organisation_id, id) on delete cascade
);

-- bands: by which nearly identical texts are found (locality-sensitive hashes of the library's Fingerprint).
-- counts_in_common: shared, and no other organisation shared the same posting before.
create table market_posting (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  import_id uuid not null,
  source text not null,
  reference text not null,
  title text not null,
  text text not null,
  employer text not null,
  country text not null,
  subdivision text not null,
  language text not null,
  posted date not null,
  closes date,
  url text not null,
  bands bigint[] not null,
  counts_in_common boolean not null,
  extracted_at timestamptz,
  foreign key (organisation_id, import_id) references market_import (organisation_id, id) on delete cascade,
  unique (organisation_id, source, reference)
);
create index market_posting_of_import on market_posting (import_id);
create index market_posting_bands on market_posting using gin (bands);
create index market_posting_waiting on market_posting (id) where extracted_at is null;

create table market_skill (
  id int generated always as identity primary key,
  uri text not null unique
);

create table market_posting_skill (
  posting_id bigint not null references market_posting on delete cascade,
  skill_id int not null references market_skill,
  confidence real not null,
  primary key (posting_id, skill_id)
);

-- Figures: those of all shared postings (COMMON, one), of an organisation's own (OWN, its id is the organisation's),
-- and tables counted elsewhere (READY). What is shared is public.
create table market_series (
  id uuid primary key,
  organisation_id uuid references organisation,
  kind text not null check (kind in ('COMMON', 'OWN', 'READY')),
  name text not null,
  shared boolean not null,
  stale boolean not null default false,
  computed_at timestamptz not null,
  created_by text not null,
  check ((kind = 'COMMON') = (organisation_id is null)),
  check (kind <> 'OWN' or (id = organisation_id and not shared))
);
create index market_series_of_organisation on market_series (organisation_id);
insert into market_series (id, kind, name, shared, computed_at, created_by)
values ('00000000-0000-0000-0000-000000000000', 'COMMON', '', true, now(), 'system');

create table market_total (
  series_id uuid not null references market_series on delete cascade,
  country text not null,
  subdivision text not null,
  month date not null,
  postings bigint not null,
  primary key (series_id, country, subdivision, month)
);

create table market_asked (
  series_id uuid not null references market_series on delete cascade,
  country text not null,
  subdivision text not null,
  skill_id int not null references market_skill,
  month date not null,
  asked bigint not null,
  primary key (series_id, country, subdivision, skill_id, month)
);
