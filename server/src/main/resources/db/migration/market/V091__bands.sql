-- Bands as rows: thousands are looked up at once, which an index over arrays answers by reading everything.
create table market_posting_band (
  band bigint not null,
  posting_id bigint not null references market_posting on delete cascade,
  primary key (band, posting_id)
);
create index market_posting_band_of_posting on market_posting_band (posting_id);
insert into market_posting_band (band, posting_id)
select distinct unnest(bands), id from market_posting;
alter table market_posting drop column bands;
