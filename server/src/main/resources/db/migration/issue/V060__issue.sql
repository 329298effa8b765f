-- Under which name an organisation signs. Made at its first credential and never changed: verifiers know it by it.
create table issuer_identity (
  organisation_id uuid primary key references organisation,
  did text not null unique check (did like 'did:%'),
  method text not null check (method in ('WEB', 'KEY')),
  created_at timestamptz not null
);
create trigger issuer_identity_is_immutable before update or delete on issuer_identity
  for each row execute function refuse_change();

-- Signing keys. The secret is sealed with the master key; whoever has both can sign as the issuer. Lost, nothing new
-- can be signed with it, and what was signed still verifies. Public halves stay for ever.
create table signing_key (
  id uuid primary key,
  organisation_id uuid not null references issuer_identity,
  method_id text not null unique,
  public_multibase text not null unique,
  sealed_secret bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
create unique index signing_key_active on signing_key (organisation_id) where retired_at is null;

-- What the world reads to learn whether a credential stands. Lost bits could not tell the revoked from the valid;
-- they are kept apart from the credentials so that erasing a credential never clears its bit.
create table status_list (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  bits bytea not null check (length(bits) = 16384),
  version bigint not null default 0,
  signed_json text,
  signed_version bigint,
  signed_until timestamptz,
  created_at timestamptz not null,
  unique (organisation_id, id),
  check ((signed_json is null) = (signed_version is null) and (signed_json is null) = (signed_until is null))
);

-- Where the next credential of an organisation finds its place: the list being filled, how far it is filled, and the
-- seed of the order in which its places are given out.
create table status_allocation (
  organisation_id uuid primary key references organisation,
  list_id uuid not null,
  seed bytea not null check (length(seed) = 32),
  used int not null check (used between 0 and 131072),
  foreign key (organisation_id, list_id) references status_list (organisation_id, id)
);

create table credential (
  id uuid primary key,
  organisation_id uuid not null,
  award_id uuid not null,
  format text not null check (format in ('OPEN_BADGES_3')),
  status_list_id uuid not null,
  status_index int not null check (status_index between 0 and 131071),
  signed_json text not null,
  sha256 bytea not null check (length(sha256) = 32),
  issued_at timestamptz not null,
  valid_until timestamptz,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED', 'REVOKED')),
  status_reason text,
  replaced boolean not null default false,
  foreign key (organisation_id, award_id) references award (organisation_id, id),
  foreign key (organisation_id, status_list_id) references status_list (organisation_id, id),
  unique (organisation_id, id),
  unique (status_list_id, status_index),
  check (not replaced or status = 'REVOKED')
);
-- One award has one credential of a format, however often it is asked for; replaced ones stay as history.
create unique index credential_of_award on credential (award_id, format) where not replaced;
create index credential_any_of_award on credential (organisation_id, award_id);

create table status_change (
  id uuid primary key,
  organisation_id uuid not null,
  credential_id uuid not null,
  from_status text not null,
  to_status text not null,
  reason text not null check (length(reason) between 5 and 500),
  actor text not null,
  at timestamptz not null,
  foreign key (organisation_id, credential_id) references credential (organisation_id, id)
);
create index status_change_of_credential on status_change (credential_id, at);
create trigger status_change_is_append_only before update or delete on status_change
  for each row execute function refuse_change();

create function refuse_change_of_credential() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status <> 'REVOKED'
     and (to_jsonb(old) - '{status,status_reason,replaced}'::text[])
       = (to_jsonb(new) - '{status,status_reason,replaced}'::text[]) then
    return new;
  end if;
  raise exception 'a signed credential is never changed, and a revoked one stays revoked'
    using errcode = 'restrict_violation';
end $$;
create trigger credential_is_immutable before update or delete on credential
  for each row execute function refuse_change_of_credential();
