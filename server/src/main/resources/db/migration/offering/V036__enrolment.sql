-- A person takes part in an offering; how that ended is kept. Never deleted: progress and figures rest on it.
create table enrolment (
  id uuid primary key,
  organisation_id uuid not null,
  offering_id uuid not null,
  person_id uuid not null references person (id),
  status text not null check (status in ('ENROLLED', 'COMPLETED', 'FAILED', 'WITHDRAWN')),
  enrolled_at timestamptz not null,
  changed_at timestamptz not null,
  foreign key (organisation_id, offering_id) references offering (organisation_id, id)
);
create unique index enrolment_once_at_a_time on enrolment (offering_id, person_id) where status = 'ENROLLED';
create index enrolment_of_person on enrolment (person_id);
create index enrolment_of_organisation on enrolment (organisation_id, offering_id);
