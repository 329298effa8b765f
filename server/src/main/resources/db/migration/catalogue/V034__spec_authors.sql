-- Who wrote, changed or published a spec: none of them may judge it. Kept apart from the audit trail, which is
-- read by organisation and not by spec.
create table spec_author (
  organisation_id uuid not null references organisation,
  spec_id uuid not null,
  actor text not null,
  primary key (organisation_id, spec_id, actor),
  foreign key (organisation_id, spec_id) references spec (organisation_id, id) on delete cascade
);
insert into spec_author (organisation_id, spec_id, actor)
select distinct s.organisation_id, s.id, e.actor from spec s
join audit_event e on e.organisation_id = s.organisation_id and e.subject = 'spec:' || s.id;
