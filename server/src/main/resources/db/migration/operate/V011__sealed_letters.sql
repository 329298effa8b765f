-- What a letter says lets its reader in or claim, so it is kept sealed with the master key and dropped once it was
-- delivered. body holds only letters written before this, until they are delivered or given up.
alter table letter alter column body drop not null;
alter table letter add column sealed bytea;
update letter set body = null where sent_at is not null;
create index letter_sent on letter (sent_at) where sent_at is not null;
