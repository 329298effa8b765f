-- Whom this platform trusts to vouch for issuers. Lost, no accreditation counts any more until lists are chosen again;
-- whoever can write here decides who is believed, which is why only operators can, and each change is in the audit trail.
create table trusted_organisation (
  organisation_id uuid primary key references organisation,
  since timestamptz not null
);

create table trust_list (
  id uuid primary key,
  kind text not null check (kind in ('LIST', 'IDENTIFIERS')),
  name text not null check (length(name) between 1 and 200),
  sha256 bytea not null unique check (length(sha256) = 32),
  added_at timestamptz not null
);

create table trusted_body (
  list_id uuid not null references trust_list on delete cascade,
  did text not null check (length(did) between 5 and 500),
  name text not null check (length(name) between 1 and 200),
  primary key (list_id, did)
);
create index trusted_body_by_did on trusted_body (did);

-- Accreditations that came with a list. They are verified each time they are used.
create table listed_accreditation (
  list_id uuid not null references trust_list on delete cascade,
  number int not null,
  about text not null check (length(about) between 1 and 2000),
  document text not null,
  primary key (list_id, number)
);
create index listed_accreditation_about on listed_accreditation (about);
