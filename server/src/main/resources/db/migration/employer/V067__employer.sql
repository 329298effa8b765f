-- The domain an organisation says is its own. The token is public: it only has to stand where nobody else can put it.
create table organisation_domain (
  organisation_id uuid primary key references organisation (id),
  domain text not null check (domain = lower(domain) and length(domain) <= 255),
  token text not null,
  proven_at timestamptz,
  checked_at timestamptz,
  failures int not null default 0
);
-- A domain is one organisation's.
create unique index organisation_domain_proven on organisation_domain (domain) where proven_at is not null;
create index organisation_domain_due on organisation_domain (checked_at) where proven_at is not null;

-- What an organisation says of one published version, each statement signed on its own. What was signed never changes;
-- an ended one was withdrawn, or a new one took its place after its last day.
create table endorsement (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  spec_version_id uuid not null references spec_version (id),
  kind text not null check (kind in ('NEED', 'ASSESSMENT_VALID', 'HIRING_PREFERENCE', 'CO_DESIGNED', 'GENERAL')),
  statement_id uuid not null unique,
  comment text not null,
  conflict text not null,
  domain text not null,
  endorsed_at timestamptz not null,
  valid_until timestamptz not null,
  ended_at timestamptz,
  withdrawn_reason text,
  -- a newer version it was asked about, and the endorser chose not to endorse
  declined_version_id uuid,
  unique (organisation_id, id),
  check (withdrawn_reason is null or ended_at is not null)
);
create unique index endorsement_once on endorsement (organisation_id, spec_version_id, kind) where ended_at is null;
create index endorsement_of_version on endorsement (spec_version_id);

-- An institution asks an employer to endorse a version of its own.
create table endorsement_request (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  employer_id uuid not null references organisation (id),
  spec_version_id uuid not null,
  words text not null,
  asked_at timestamptz not null,
  status text not null check (status in ('ASKED', 'DONE', 'DECLINED')),
  reason text,
  answered_at timestamptz,
  foreign key (organisation_id, spec_version_id) references spec_version (organisation_id, id)
);
create unique index endorsement_request_once on endorsement_request (employer_id, spec_version_id)
  where status = 'ASKED';
create index endorsement_request_of_organisation on endorsement_request (organisation_id);
