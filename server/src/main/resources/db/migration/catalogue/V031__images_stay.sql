-- What is published shows its picture for good.
create trigger image_is_never_changed before update on image
  for each row execute function refuse_change();

create function keep_published_image() returns trigger language plpgsql as $$
begin
  if exists (select from spec_version
      where organisation_id = old.organisation_id and content ->> 'image' = old.id::text) then
    raise exception 'a published version shows this image' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger image_of_a_version_stays before delete on image
  for each row execute function keep_published_image();
