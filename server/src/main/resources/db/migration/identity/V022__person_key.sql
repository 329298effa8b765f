-- Keys of people for their own programs. Only a hash of the secret is kept; a revoked key's row goes.
create table person_key (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  name text not null check (length(name) between 1 and 100),
  secret_hash bytea not null,
  created_at timestamptz not null
);
create index person_key_of_person on person_key (person_id);
