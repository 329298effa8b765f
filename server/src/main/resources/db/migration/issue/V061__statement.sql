-- What organisations said in public and signed: endorsements, accreditations, approvals. Lost, the documents that others
-- hold still verify, but nothing tells here any more that they were withdrawn, except their bits in the status list.
create table statement (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  about text not null check (length(about) between 1 and 2000),
  type text,
  status_list_id uuid not null,
  status_index int not null check (status_index between 0 and 131071),
  signed_json text not null,
  issued_at timestamptz not null,
  valid_until timestamptz,
  withdrawn_at timestamptz,
  reason text check (length(reason) between 5 and 500),
  foreign key (organisation_id, status_list_id) references status_list (organisation_id, id),
  unique (organisation_id, id),
  unique (status_list_id, status_index),
  check ((withdrawn_at is null) = (reason is null))
);
create index statement_about on statement (about);
create index statement_of_type on statement (type, issued_at desc) where type is not null;
create index statement_of on statement (organisation_id, issued_at desc);

create function refuse_change_of_statement() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null
     and (to_jsonb(old) - '{withdrawn_at,reason}'::text[]) = (to_jsonb(new) - '{withdrawn_at,reason}'::text[]) then
    return new;
  end if;
  raise exception 'a signed statement is never changed, and a withdrawn one stays withdrawn'
    using errcode = 'restrict_violation';
end $$;
create trigger statement_is_immutable before update or delete on statement
  for each row execute function refuse_change_of_statement();
