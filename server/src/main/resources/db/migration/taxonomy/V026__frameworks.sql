-- An organisation's own skills: the whole as a CASE package, and a row for each skill to search in.
create table framework (
  id uuid primary key,
  organisation_id uuid not null,
  uri text not null,
  title text not null,
  document text not null,
  skills int not null,
  published boolean not null,
  changed_at timestamptz not null,
  unique (organisation_id, uri),
  unique (organisation_id, id)
);

create table framework_skill (
  framework_id uuid not null,
  organisation_id uuid not null,
  uri text not null,
  label text not null,
  statement text not null,
  primary key (framework_id, uri),
  foreign key (organisation_id, framework_id) references framework (organisation_id, id) on delete cascade
);
create index framework_skill_of_organisation on framework_skill (organisation_id);
