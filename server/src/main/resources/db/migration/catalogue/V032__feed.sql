-- The feed goes through all versions in the order in which they were published, a page at a time.
create index spec_version_in_order on spec_version (published_at, id);
