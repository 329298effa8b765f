-- A stack: the rule by which awards add up to a larger one. The draft is text in the rule language, as it was typed.
create table stack (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  draft text not null check (length(draft) <= 262144),
  revision bigint not null,
  saved_at timestamptz not null,
  unique (organisation_id, id),
  unique (organisation_id, name)
);

-- What was published never changes: learners are held to the version they registered for, and an appeal asks for it.
create table stack_version (
  id uuid primary key,
  organisation_id uuid not null,
  stack_id uuid not null,
  number int not null check (number >= 1),
  rule text not null,
  spec_version_id uuid not null,
  from_day date not null,
  to_day date check (to_day >= from_day),
  published_by text not null,
  published_at timestamptz not null,
  foreign key (organisation_id, stack_id) references stack (organisation_id, id),
  foreign key (organisation_id, spec_version_id) references spec_version (organisation_id, id),
  unique (organisation_id, id),
  unique (stack_id, number)
);
create trigger stack_version_is_immutable before update or delete on stack_version
  for each row execute function refuse_change();

-- Institutions whose awards count as a partner's in all stacks of this one.
create table stack_partner (
  organisation_id uuid not null references organisation,
  partner_id uuid not null references organisation,
  added_by text not null,
  added_at timestamptz not null,
  primary key (organisation_id, partner_id),
  check (partner_id <> organisation_id)
);

create table stack_registration (
  id uuid primary key,
  organisation_id uuid not null,
  stack_id uuid not null,
  version_id uuid not null,
  person_id uuid not null references person on delete cascade,
  registered_on date not null,
  leaving boolean not null default false,
  ended_at timestamptz,
  foreign key (organisation_id, stack_id) references stack (organisation_id, id),
  foreign key (organisation_id, version_id) references stack_version (organisation_id, id)
);
create unique index stack_registration_open on stack_registration (stack_id, person_id) where ended_at is null;
create index stack_registration_of_version on stack_registration (version_id, person_id) where ended_at is null;
create index stack_registration_of_person on stack_registration (person_id);

-- A learner asks for the award. The facts are kept as they were looked at: rule and facts give the decision again.
create table stack_claim (
  id uuid primary key,
  organisation_id uuid not null,
  stack_id uuid not null,
  version_id uuid not null,
  person_id uuid not null references person,
  status text not null check (status in ('CLAIMED', 'CONFIRMED', 'REFUSED', 'APPEALED', 'WITHDRAWN')),
  facts jsonb not null,
  inputs_hash text not null check (length(inputs_hash) = 64),
  claimed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 2000),
  appeal text check (length(appeal) between 1 and 4000),
  appealed_at timestamptz,
  award_id uuid,
  foreign key (organisation_id, stack_id) references stack (organisation_id, id),
  foreign key (organisation_id, version_id) references stack_version (organisation_id, id),
  foreign key (organisation_id, award_id) references award (organisation_id, id),
  unique (organisation_id, id),
  check ((status = 'CONFIRMED') = (award_id is not null)),
  check (status not in ('CONFIRMED', 'REFUSED') or (decided_by is not null and decided_at is not null)),
  check (status <> 'REFUSED' or reason is not null)
);
create unique index stack_claim_open on stack_claim (stack_id, person_id) where status in ('CLAIMED', 'APPEALED');
create index stack_claim_waiting on stack_claim (organisation_id, claimed_at) where status in ('CLAIMED', 'APPEALED');
create index stack_claim_of_person on stack_claim (person_id, claimed_at desc);
create unique index stack_claim_of_award on stack_claim (award_id) where award_id is not null;

-- What is used for what. From the claim on an item is spent; refused, withdrawn or annulled, it is free again.
-- item: an award, or something recognised. One row per item and claim.
create table stack_use (
  id uuid primary key,
  organisation_id uuid not null,
  claim_id uuid not null,
  item text not null,
  level text not null,
  reach text not null check (reach in ('NONE', 'LEVEL', 'ALL')),
  credits numeric not null check (credits >= 0),
  used_at timestamptz not null,
  released_at timestamptz,
  -- The claim for whose sake it was released: a higher award that takes a lower one in. Refused, this one is used again.
  released_for uuid,
  check (released_for is null or released_at is not null),
  foreign key (organisation_id, claim_id) references stack_claim (organisation_id, id),
  unique (claim_id, item)
);
create index stack_use_of_item on stack_use (item) where released_at is null;

-- No two claims spend an item at once, whatever the program believes: the second to come waits for the first and is
-- then refused. A use that reaches its level forbids another of that level, one that reaches all forbids any other.
create function refuse_double_use() returns trigger language plpgsql as $$
begin
  if new.released_at is not null then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.item, 80));
  if exists (
    select 1 from stack_use u
    where u.item = new.item and u.released_at is null and u.id <> new.id
      and (u.reach = 'ALL' or new.reach = 'ALL'
           or (u.level = new.level and (u.reach = 'LEVEL' or new.reach = 'LEVEL')))
  ) then
    raise exception 'item % is used already', new.item using errcode = 'exclusion_violation';
  end if;
  return new;
end $$;
create trigger stack_use_once before insert or update on stack_use
  for each row execute function refuse_double_use();

-- Prior learning and credit from elsewhere, recognised by a decision of the institution.
create table recognition (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  kind text not null check (kind in ('PRIOR_LEARNING', 'TRANSFER')),
  title text not null check (length(title) between 1 and 300),
  provider text not null check (length(provider) <= 300),
  described text not null check (length(described) between 1 and 4000),
  achieved_on date not null,
  asked_credits numeric not null check (asked_credits > 0 and asked_credits <= 1000),
  spec_id uuid,
  status text not null check (status in ('ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  credits numeric check (credits > 0 and credits <= 1000),
  eqf_level int check (eqf_level between 1 and 8),
  grade text check (length(grade) between 1 and 64),
  reason text check (length(reason) between 1 and 2000),
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  unique (organisation_id, id),
  check (status <> 'GRANTED' or (credits is not null and decided_by is not null)),
  check (status <> 'REFUSED' or (reason is not null and decided_by is not null))
);
create index recognition_waiting on recognition (organisation_id, asked_at) where status = 'ASKED';
create index recognition_of_person on recognition (person_id);

-- Something a larger award is built on no longer stands: a person looks at it.
create table impact_review (
  id uuid primary key,
  organisation_id uuid not null,
  claim_id uuid not null,
  item text not null,
  cause text not null check (cause in ('ANNULLED', 'REVOKED', 'EXPIRED', 'ABSORBED')),
  opened_at timestamptz not null,
  outcome text check (outcome in ('STANDS', 'REPLACED', 'ANNULLED')),
  reason text check (length(reason) between 1 and 2000),
  closed_by text,
  closed_at timestamptz,
  foreign key (organisation_id, claim_id) references stack_claim (organisation_id, id),
  unique (organisation_id, id),
  check ((outcome is null) = (closed_at is null)),
  check (outcome is null or (reason is not null and closed_by is not null))
);
create unique index impact_review_open on impact_review (claim_id, item) where closed_at is null;
create index impact_review_waiting on impact_review (organisation_id, opened_at) where closed_at is null;

-- How far each registered learner is, as last computed; made anew when the rule or what she holds changes.
create table stack_progress (
  version_id uuid not null,
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null,
  verdict text not null check (verdict in ('MET', 'MET_SUBJECT_TO', 'NOT_MET', 'PROVISIONAL')),
  inputs_hash text not null,
  evaluated_at timestamptz not null,
  primary key (version_id, person_id),
  foreign key (organisation_id, version_id) references stack_version (organisation_id, id)
);
create index stack_progress_verdict on stack_progress (version_id, verdict);
