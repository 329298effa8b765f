-- A learner who wants to be found. One row a person; withdrawing ends it at once, publishing again begins anew with
-- another id, so that nothing seen of the old one leads to the new one.
create table talent_listing (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  looking_for text not null,
  country text not null,
  subdivision text not null,
  languages text[] not null,
  name_shown boolean not null,
  published_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create unique index talent_listing_one_at_a_time on talent_listing (person_id) where ended_at is null;

create table talent_listing_credential (
  listing_id uuid not null references talent_listing (id) on delete cascade,
  position int not null,
  credential_id uuid not null,
  primary key (listing_id, credential_id)
);

-- Skills she lists, each with the credentials that back it.
create table talent_listing_skill (
  listing_id uuid not null references talent_listing (id) on delete cascade,
  skill text not null,
  credential_id uuid not null,
  primary key (listing_id, skill, credential_id)
);
create index talent_listing_skill_found on talent_listing_skill (skill);

-- What one employer knows a listing by: a name and an address of its own, so that two employers cannot put theirs
-- together.
create table talent_alias (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  listing_id uuid not null references talent_listing (id) on delete cascade,
  alias text not null,
  unique (organisation_id, listing_id),
  unique (organisation_id, alias)
);

-- Who looked: each search that showed her, each opening of her listing.
create table talent_look (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  listing_id uuid not null references talent_listing (id) on delete cascade,
  kind text not null check (kind in ('SEARCH', 'OPENED')),
  at timestamptz not null
);
create index talent_look_of_listing on talent_look (listing_id, at desc);

-- An employer asks, she answers. What she reveals is read from her and her share while the contact is open, never
-- copied here.
create table talent_contact (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  alias_id uuid not null references talent_alias (id) on delete cascade,
  listing_id uuid not null references talent_listing (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  role_version_id uuid,
  message text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  answer text check (answer in ('YES', 'NO')),
  answered_at timestamptz,
  name_revealed boolean not null default false,
  email_revealed boolean not null default false,
  share_id uuid,
  closed_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  unique (organisation_id, id)
);
create index talent_contact_of_organisation on talent_contact (organisation_id, asked_at desc);
create index talent_contact_of_person on talent_contact (person_id, asked_at desc);
create unique index talent_contact_one_open on talent_contact (alias_id) where answer is null and closed_at is null;
