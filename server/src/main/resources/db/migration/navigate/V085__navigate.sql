-- Everything here is one person's own: every query asks for her, and it goes when she goes.

-- What somebody says she can do, or what was found in a text of hers together with what she decided about it. The text
-- itself is not kept, only the words that were the evidence.
create table own_skill (
  person_id uuid not null references person (id) on delete cascade,
  skill text not null,
  origin text not null check (origin in ('TOLD', 'TEXT')),
  accepted boolean not null,
  level int not null check (level between 1 and 4),
  words text not null,
  noted_on date not null,
  primary key (person_id, skill, origin)
);

-- What somebody wants to become able to do, and the limits under which she plans for it.
create table goal (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  title text not null,
  needs json not null,
  terms json not null,
  made_at timestamptz not null
);
create index goal_of_person on goal (person_id);

-- A plan that somebody follows. Making it anew ends the one before.
create table pathway (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  goal_id uuid not null references goal (id) on delete cascade,
  steps json not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
create unique index pathway_one_at_a_time on pathway (goal_id) where ended_at is null;
create index pathway_of_person on pathway (person_id);
