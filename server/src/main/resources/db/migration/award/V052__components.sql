-- The smaller awards that a larger one is built on, in the order in which they were named. They may be other
-- organisations'. Written together with the larger award and never changed: what was counted stays what was counted,
-- also when a component is annulled later. Lost, nobody could say whom such an annulment concerns.
create table award_component (
  organisation_id uuid not null,
  award_id uuid not null,
  position int not null check (position >= 0),
  component_award_id uuid not null references award (id),
  primary key (award_id, position),
  unique (award_id, component_award_id),
  foreign key (organisation_id, award_id) references award (organisation_id, id),
  check (award_id <> component_award_id)
);
create index award_component_in on award_component (component_award_id);
create trigger award_component_is_append_only before update or delete on award_component
  for each row execute function refuse_change();

-- An absorbed award was given up for a higher one, which may be another organisation's.
alter table award drop constraint award_status_check;
alter table award add constraint award_status_check check (status in ('CONFERRED', 'ANNULLED', 'ABSORBED'));
alter table award add column absorbed_into uuid references award (id);
alter table award add constraint award_absorbed_into_another
  check ((status = 'ABSORBED') = (absorbed_into is not null) and absorbed_into <> id);
create index award_absorbed_into on award (absorbed_into) where absorbed_into is not null;

-- What may happen to an award: annulled for good; given up for a higher one; taken up again.
create or replace function refuse_change_of_award() returns trigger language plpgsql as $$
declare
  judged constant text[] := '{status,annulled_for,annulled_by,annulled_at,absorbed_into}';
begin
  if tg_op = 'UPDATE'
     and (old.status, new.status) in
       (('CONFERRED', 'ANNULLED'), ('CONFERRED', 'ABSORBED'), ('ABSORBED', 'CONFERRED'))
     and (to_jsonb(old) - judged) = (to_jsonb(new) - judged) then
    return new;
  end if;
  raise exception 'an award is never changed or deleted, only annulled or absorbed'
    using errcode = 'restrict_violation';
end $$;
