-- What people said of a skill that was found in a text: used again for the same text. Of the text only its hash is kept.
create table skill_decision (
  organisation_id uuid not null,
  text_hash text not null,
  skill text not null,
  accepted boolean not null,
  confidence double precision not null check (confidence between 0 and 1),
  actor text not null,
  decided_at timestamptz not null,
  primary key (organisation_id, text_hash, skill)
);
