-- Keys with which an organisation's programs sign through the VC API, one for each issuer. Sealed with the master key;
-- whoever has both can sign as that issuer. Lost, the issuer's did:key can sign nothing more; what it signed verifies.
create table vc_api_key (
  organisation_id uuid not null references organisation,
  suite text not null,
  public_multibase text not null unique,
  sealed_secret bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id, suite)
);
create trigger vc_api_key_is_immutable before update or delete on vc_api_key
  for each row execute function refuse_change();

-- Status lists of what was issued that way. The bits are those of the entries.
create table vc_api_list (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  purpose text not null check (purpose in ('revocation', 'suspension')),
  used int not null check (used >= 0),
  created_at timestamptz not null,
  unique (organisation_id, id)
);

-- One credential's place in a list. Lost entries could not tell the revoked from the valid.
create table vc_api_entry (
  organisation_id uuid not null,
  list_id uuid not null,
  place int not null check (place between 0 and 131071),
  credential text not null check (length(credential) <= 1000),
  is_set boolean not null,
  primary key (list_id, place),
  foreign key (organisation_id, list_id) references vc_api_list (organisation_id, id)
);
create index vc_api_entry_of_credential on vc_api_entry (organisation_id, credential);
create index vc_api_entry_set on vc_api_entry (list_id) where is_set;
