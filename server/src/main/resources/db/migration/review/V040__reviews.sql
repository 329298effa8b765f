-- The texts of the rule packs that reviews were made under, so that an old report can be drawn up again.
create table review_pack (
  sha256 text primary key,
  pack text not null,
  version text not null,
  text text not null
);

-- How a reviewing body works; what is not here has the usual values.
create table review_body (
  organisation_id uuid primary key references organisation,
  valid_months int not null check (valid_months between 1 and 120),
  decide_days int not null check (decide_days between 1 and 365)
);

-- organisation_id is the institution that asks, body_id the organisation that judges: both see the row.
create table quality_review (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  body_id uuid not null references organisation,
  spec_id uuid not null,
  state text not null,
  reviewer uuid,
  due_on date not null,
  opened_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, spec_id) references spec (organisation_id, id)
);
create index quality_review_of_body on quality_review (body_id, state, due_on);
create index quality_review_of_spec on quality_review (organisation_id, spec_id);
create unique index quality_review_open on quality_review (spec_id, body_id)
  where state in ('SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED');

-- One frozen text and what was found in it. A new text is a new round; only the decision is written later, once.
create table quality_round (
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  number int not null check (number > 0),
  content json not null,
  sha256 text not null,
  packs jsonb not null,
  report jsonb not null,
  submitted_by text not null,
  submitted_at timestamptz not null,
  submitted_on date not null,
  decision text,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  valid_until date,
  primary key (review_id, number)
);

create function keep_round() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.decision is not null or old.sha256 <> new.sha256 or old.content::text <> new.content::text
      or old.report <> new.report or old.packs <> new.packs then
    raise exception 'what was submitted and decided stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger quality_round_stays before update or delete on quality_round
  for each row execute function keep_round();

-- What a reviewer said of one rule. Another word on it is another row.
create table quality_attestation (
  id uuid primary key,
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  round int not null,
  rule text not null,
  answer boolean not null,
  reason text not null,
  basis text not null,
  reviewer uuid not null,
  at timestamptz not null
);
create index quality_attestation_of_review on quality_attestation (review_id, round);
create trigger quality_attestation_stays before update or delete on quality_attestation
  for each row execute function refuse_change();

-- Dated documents that the institution attached to a rule.
create table quality_evidence (
  id uuid primary key,
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  rule text not null,
  kind text not null,
  party text not null,
  title text not null,
  dated date not null,
  link text not null,
  file bytea,
  file_type text not null,
  sha256 text not null,
  added_by text not null,
  added_at timestamptz not null
);
create index quality_evidence_of_review on quality_evidence (review_id);
create trigger quality_evidence_stays before update or delete on quality_evidence
  for each row execute function refuse_change();

-- What the institution states of facts that a spec has no field for, as the register it stands in. The latest counts.
create table quality_statement (
  id uuid primary key,
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  path text not null,
  value text not null,
  stated_by text not null,
  at timestamptz not null
);
create index quality_statement_of_review on quality_statement (review_id);
create trigger quality_statement_stays before update or delete on quality_statement
  for each row execute function refuse_change();

create table quality_conflict (
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  person uuid not null,
  reason text not null,
  at timestamptz not null,
  primary key (review_id, person)
);

create table quality_condition (
  id uuid primary key,
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  round int not null,
  number int not null,
  text text not null,
  rule text not null,
  due_on date not null,
  met boolean,
  reason text,
  settled_by uuid,
  settled_at timestamptz,
  told_at timestamptz
);
create index quality_condition_of_review on quality_condition (review_id);
create index quality_condition_due on quality_condition (due_on) where met is null and told_at is null;

create table quality_appeal (
  id uuid primary key,
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  round int not null,
  reasons text not null,
  filed_by text not null,
  filed_at timestamptz not null,
  reviewer uuid,
  upheld boolean,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  unique (review_id, round)
);

-- An approval of a published version: the decision and the text of the version have met.
create table quality_approval (
  id uuid primary key,
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  body_id uuid not null references organisation,
  version_id uuid not null,
  round int not null,
  packs text[] not null,
  decided_on date not null,
  valid_until date not null,
  ended_at timestamptz,
  end_reason text,
  unique (review_id, round, version_id),
  foreign key (organisation_id, version_id) references spec_version (organisation_id, id)
);
create index quality_approval_of_version on quality_approval (version_id);

-- What happened, for the timeline that both sides read.
create table quality_step (
  id uuid primary key,
  review_id uuid not null references quality_review,
  organisation_id uuid not null,
  at timestamptz not null,
  actor text not null,
  step text not null,
  note text not null
);
create index quality_step_of_review on quality_step (review_id, at);
create trigger quality_step_stays before update or delete on quality_step
  for each row execute function refuse_change();
