create table organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'),
  kind text not null check (kind in ('PLATFORM', 'INSTITUTION', 'EMPLOYER', 'QUALITY_BODY')),
  legal_name text not null check (length(legal_name) between 1 and 200),
  country char(2) not null,
  website text,
  email text,
  demo boolean not null,
  founded_at timestamptz not null
);

create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  language text not null,
  created_at timestamptz not null
);

-- Addresses are stored trimmed and lower-case (EmailAddress sees to it), so equality is plain.
create table person_email (
  address text primary key check (address = lower(address)),
  person_id uuid not null references person on delete cascade,
  is_primary boolean not null,
  confirmed_at timestamptz not null
);
create index person_email_of_person on person_email (person_id);

create table membership (
  organisation_id uuid not null references organisation,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('OPERATOR', 'ADMIN', 'DESIGNER', 'ISSUER', 'EMPLOYER', 'REVIEWER')),
  primary key (organisation_id, person_id, role)
);
create index membership_of_person on membership (person_id);

-- One-time links. Only a hash is kept: who reads this table cannot sign in with it.
create table one_time_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('SIGN_IN', 'ADD_EMAIL')),
  address text not null,
  person_id uuid references person on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_expiry on one_time_link (expires_at);

create table api_key (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null,
  secret_hash bytea not null,
  roles text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index api_key_of_organisation on api_key (organisation_id);
