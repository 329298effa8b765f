-- A delivery of a version by the organisation that published it. json keeps the order of languages, the first being
-- the main one. Never deleted: who took part points to it.
create table offering (
  id uuid primary key,
  organisation_id uuid not null,
  spec_version_id uuid not null,
  title json not null,
  starts_on date,
  ends_on date,
  apply_by date,
  price numeric(10, 2) not null check (price >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  waiver boolean not null,
  waiver_for json not null,
  mode text not null check (mode in ('ONLINE', 'ON_SITE', 'BLENDED')),
  place text not null,
  languages text[] not null,
  hours_per_week numeric check (hours_per_week > 0),
  accessibility json not null,
  places int check (places > 0),
  url text not null,
  status text not null check (status in ('OPEN', 'CLOSED', 'CANCELLED')),
  revision bigint not null,
  saved_at timestamptz not null,
  check (ends_on >= starts_on),
  check (apply_by <= ends_on),
  unique (organisation_id, id),
  foreign key (organisation_id, spec_version_id) references spec_version (organisation_id, id)
);
create index offering_open_of_version on offering (spec_version_id) where status = 'OPEN';
create index offering_of_organisation on offering (organisation_id);
