-- Words come and go with their release, whole: a check for each of a hundred thousand rows, by a plan that was made when
-- the table was small, costs more than it protects.
alter table taxonomy_words drop constraint taxonomy_words_taxonomy_id_uri_fkey;
