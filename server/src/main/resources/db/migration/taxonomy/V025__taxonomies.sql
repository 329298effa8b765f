-- Releases of taxonomies stand side by side, each with rows of its own. Within a family (ESCO and its starter set are
-- one) at most one is current. Those without an organisation belong to the installation.
create table taxonomy (
  id uuid primary key,
  organisation_id uuid,
  scheme text not null,
  version text not null,
  title text not null,
  family text not null,
  state text not null check (state in ('IMPORTING', 'READY')),
  made_current_at timestamptz,
  created_at timestamptz not null,
  check (made_current_at is null or state = 'READY'),
  unique nulls not distinct (organisation_id, scheme, version)
);
create unique index taxonomy_current on taxonomy (family) where made_current_at is not null and organisation_id is null;

create table taxonomy_concept (
  taxonomy_id uuid not null references taxonomy,
  uri text not null,
  type text not null check (type in ('SKILL', 'OCCUPATION', 'GROUP')),
  kind text not null,
  reuse text not null,
  code text not null,
  primary key (taxonomy_id, uri)
);
create index taxonomy_concept_by_uri on taxonomy_concept (uri);

create table taxonomy_words (
  taxonomy_id uuid not null,
  uri text not null,
  language text not null,
  label text not null,
  alternatives text not null, -- one a line
  description text not null,
  primary key (taxonomy_id, uri, language),
  foreign key (taxonomy_id, uri) references taxonomy_concept on delete cascade
);

create table taxonomy_broader (
  taxonomy_id uuid not null references taxonomy,
  narrower text not null,
  broader text not null,
  primary key (taxonomy_id, narrower, broader)
);
create index taxonomy_narrower on taxonomy_broader (taxonomy_id, broader);

create table taxonomy_relation (
  taxonomy_id uuid not null references taxonomy,
  skill text not null,
  related text not null,
  essential boolean not null,
  primary key (taxonomy_id, skill, related)
);

create table taxonomy_asks (
  taxonomy_id uuid not null references taxonomy,
  occupation text not null,
  skill text not null,
  essential boolean not null,
  importance double precision check (importance between 0 and 1),
  level double precision check (level between 0 and 1),
  primary key (taxonomy_id, occupation, skill)
);
create index taxonomy_asked_by on taxonomy_asks (taxonomy_id, skill);

-- How far an import has come. Written in the transaction of the rows it speaks of: killed, it goes on behind them.
create table taxonomy_import (
  taxonomy_id uuid primary key references taxonomy on delete cascade,
  state text not null check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  actor text not null,
  then_current boolean not null,
  part int not null,
  part_row bigint not null,
  rows_done bigint not null,
  bytes_done bigint not null,
  bytes_total bigint not null,
  faults bigint not null,
  trouble text not null,
  started_at timestamptz not null,
  finished_at timestamptz
);

-- The first of the rows that could not be used.
create table taxonomy_fault (
  taxonomy_id uuid not null references taxonomy_import on delete cascade,
  part text not null,
  part_row bigint not null,
  reason text not null,
  primary key (taxonomy_id, part, part_row)
);
