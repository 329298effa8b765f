-- A room in which one institution and one employer design a microcredential. organisation_id is the institution, which
-- decides; both see every row of it, nobody else does.
create table codesign_room (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  employer_id uuid not null references organisation (id),
  started_by text not null check (started_by in ('EMPLOYER', 'INSTITUTION')),
  title text not null check (length(title) between 1 and 200),
  task text not null,
  lacking text not null,
  vacancies int check (vacancies >= 0),
  stage text not null check (stage in
    ('NEED', 'SKILLS', 'OUTCOMES', 'COMMENTS', 'PILOT', 'SIGN_OFF', 'PUBLISHED', 'REVIEW_DUE')),
  revision bigint not null,
  spec_id uuid,
  pilot_from date,
  pilot_to date,
  pilot_learners int check (pilot_learners >= 0),
  pilot_findings text,
  review_on date,
  signing_since timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz,
  unique (organisation_id, id),
  check (organisation_id <> employer_id),
  check (pilot_to >= pilot_from),
  foreign key (organisation_id, spec_id) references spec (organisation_id, id) on delete set null (spec_id)
);
create index codesign_room_of_employer on codesign_room (employer_id);
create index codesign_room_of_spec on codesign_room (spec_id);
create index codesign_room_review on codesign_room (review_on) where stage = 'PUBLISHED' and closed_at is null;

-- Why the need is believed.
create table codesign_evidence (
  id uuid primary key,
  organisation_id uuid not null,
  room_id uuid not null,
  kind text not null check (kind in
    ('POSTINGS', 'SURVEY', 'INTERVIEWS', 'STATISTICS', 'REGULATION', 'INTERNAL', 'OTHER')),
  dated date not null,
  link text not null,
  words text not null,
  side text not null check (side in ('EMPLOYER', 'INSTITUTION')),
  added_by text not null,
  added_at timestamptz not null,
  foreign key (organisation_id, room_id) references codesign_room (organisation_id, id)
);
create index codesign_evidence_of_room on codesign_evidence (organisation_id, room_id);

-- A skill, an outcome or an assessment that is proposed. What is taken out stays readable for the comments on it.
create table codesign_item (
  id uuid primary key,
  organisation_id uuid not null,
  room_id uuid not null,
  kind text not null check (kind in ('SKILL', 'OUTCOME', 'ASSESSMENT')),
  words text not null,
  uri text not null,
  side text not null check (side in ('EMPLOYER', 'INSTITUTION')),
  added_by text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  unique (organisation_id, room_id, id),
  foreign key (organisation_id, room_id) references codesign_room (organisation_id, id)
);

-- What the employer's experts say, and the academic owner's decision on it.
create table codesign_comment (
  id uuid primary key,
  organisation_id uuid not null,
  room_id uuid not null,
  item_id uuid,
  words text not null,
  said_by text not null,
  said_at timestamptz not null,
  decision text check (decision in ('ACCEPTED', 'REJECTED', 'DEFERRED')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  check ((decision is null) = (reason is null) and (decision is null) = (decided_by is null)
    and (decision is null) = (decided_at is null)),
  foreign key (organisation_id, room_id) references codesign_room (organisation_id, id),
  foreign key (organisation_id, room_id, item_id) references codesign_item (organisation_id, room_id, id)
);
create index codesign_comment_of_room on codesign_comment (organisation_id, room_id);

-- Each side signs a content of the draft once; the fingerprint says which.
create table codesign_sign_off (
  organisation_id uuid not null,
  room_id uuid not null,
  side text not null check (side in ('EMPLOYER', 'INSTITUTION')),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (room_id, side, digest, signed_at),
  foreign key (organisation_id, room_id) references codesign_room (organisation_id, id)
);

-- Every draft a room was ever linked to: whoever sat at the table stays a party to what was made there.
create table codesign_link (
  organisation_id uuid not null,
  room_id uuid not null,
  employer_id uuid not null references organisation (id),
  spec_id uuid not null,
  primary key (room_id, spec_id),
  foreign key (organisation_id, room_id) references codesign_room (organisation_id, id)
);
create index codesign_link_of_spec on codesign_link (spec_id);

-- Versions that were published exactly as both sides had signed them.
create table codesign_version (
  organisation_id uuid not null,
  room_id uuid not null,
  employer_id uuid not null references organisation (id),
  spec_version_id uuid not null,
  published_at timestamptz not null,
  primary key (room_id, spec_version_id),
  foreign key (organisation_id, room_id) references codesign_room (organisation_id, id),
  foreign key (organisation_id, spec_version_id) references spec_version (organisation_id, id)
);
create index codesign_version_of_version on codesign_version (spec_version_id, employer_id);

-- What happened in a room, for both sides; never changed.
create table codesign_event (
  id uuid primary key,
  organisation_id uuid not null,
  room_id uuid not null,
  at timestamptz not null,
  side text not null check (side in ('EMPLOYER', 'INSTITUTION', 'NOBODY')),
  actor text not null,
  deed text not null,
  words text not null,
  foreign key (organisation_id, room_id) references codesign_room (organisation_id, id)
);
create index codesign_event_of_room on codesign_event (organisation_id, room_id, at);
create trigger codesign_event_is_immutable before update or delete on codesign_event
  for each row execute function refuse_change();
create trigger codesign_sign_off_is_immutable before update or delete on codesign_sign_off
  for each row execute function refuse_change();
create trigger codesign_version_is_immutable before update or delete on codesign_version
  for each row execute function refuse_change();
