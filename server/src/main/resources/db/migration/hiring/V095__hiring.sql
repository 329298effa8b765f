-- What an employer looks for. The row is worked on; what was used is a version, which never changes.
create table role_profile (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  title text not null,
  about text not null,
  skills json not null,
  revision bigint not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz,
  unique (organisation_id, id)
);
create index role_profile_of_organisation on role_profile (organisation_id, created_at desc);

create table role_version (
  id uuid primary key,
  organisation_id uuid not null,
  role_id uuid not null,
  number int not null,
  title text not null,
  about text not null,
  skills json not null,
  frozen_at timestamptz not null,
  unique (role_id, number),
  unique (organisation_id, id),
  foreign key (organisation_id, role_id) references role_profile (organisation_id, id)
);

-- What an employer chose to keep of checking an applicant: findings and what the credentials say, never the documents.
-- Lost, it is checked again; who changes it changes what the employer believes to have seen.
create table applicant_check (
  id uuid primary key,
  organisation_id uuid not null,
  role_version_id uuid not null,
  reference text not null check (length(reference) between 1 and 120),
  result json not null,
  made_by text not null,
  made_at timestamptz not null,
  delete_at timestamptz not null,
  foreign key (organisation_id, role_version_id) references role_version (organisation_id, id)
);
create index applicant_check_of_organisation on applicant_check (organisation_id, made_at desc);
create index applicant_check_to_delete on applicant_check (delete_at);
