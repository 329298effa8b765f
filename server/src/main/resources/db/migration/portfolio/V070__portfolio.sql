-- Links with which a learner shows credentials. The token is kept as a hash, to find it by, and sealed with the master
-- key, because its owner may see the link again. Who steals the table alone can open nothing.
create table share (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('LINK', 'PRINT')),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  purpose text check (length(purpose) between 1 and 200),
  created_at timestamptz not null,
  expires_at timestamptz,
  ended_at timestamptz,
  -- What is given to somebody ends by itself; what stands on paper ends when its owner says so.
  check ((kind = 'LINK') = (expires_at is not null))
);
create index share_of_person on share (person_id, created_at desc);

create table share_credential (
  share_id uuid not null references share on delete cascade,
  position int not null,
  credential_id uuid not null,
  primary key (share_id, position),
  unique (share_id, credential_id)
);

-- Each visit by somebody else: when, and what kind of program. No address is ever written down.
create table share_opening (
  id uuid primary key default uuidv7(),
  share_id uuid not null references share on delete cascade,
  at timestamptz not null,
  client text not null
);
create index share_opening_of_share on share_opening (share_id, at desc);
