-- How far a computation over all learners of a stack has come, under one version of its rule. Stopped, it goes on
-- after the last learner that is written down here.
create table stack_sweep (
  version_id uuid primary key,
  organisation_id uuid not null,
  last_person uuid,
  done int not null,
  total int not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  foreign key (organisation_id, version_id) references stack_version (organisation_id, id)
);
create index stack_registration_of_stack on stack_registration (stack_id, person_id) where ended_at is null;
