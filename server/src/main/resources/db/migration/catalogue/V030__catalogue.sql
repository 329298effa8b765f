-- json, not jsonb: the order of languages says which is the main one, and jsonb would sort them.
create table spec (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  content json not null,
  revision bigint not null,
  saved_at timestamptz not null,
  unique (organisation_id, id)
);

create table spec_version (
  id uuid primary key,
  spec_id uuid not null,
  organisation_id uuid not null,
  number int not null check (number > 0),
  content json not null,
  published_at timestamptz not null,
  published_by text not null,
  gate_report jsonb not null,
  override_reason text,
  unique (spec_id, number),
  unique (organisation_id, id),
  foreign key (organisation_id, spec_id) references spec (organisation_id, id)
);
create index spec_version_of_organisation on spec_version (organisation_id, published_at desc);
create trigger spec_version_is_immutable before update or delete on spec_version
  for each row execute function refuse_change();

-- Uploaded pictures, drawn anew as PNG; never changed, so they may be cached for ever.
create table image (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  png bytea not null,
  sha256 bytea not null,
  uploaded_at timestamptz not null
);
create index image_of_organisation on image (organisation_id);
