-- When a public document was first seen with the content it has. Documents are made anew for each reader from many
-- parts (the version, its offerings, the organisation's name, this program), so none of the parts' dates would do.
-- Lost, documents count as changed once; what an attacker changes here misleads caches and nothing else.
create table published_document (
  organisation_id uuid not null references organisation,
  subject_id uuid not null,
  format text not null,
  tag text not null,
  changed_at timestamptz not null,
  primary key (organisation_id, subject_id, format)
);
