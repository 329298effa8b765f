-- The address that a link was sent to: only whoever opens that link has shown that she reads that address. A link made
-- before this column was there proves no address.
alter table claim_ticket add column sent_to text;
alter table claim_ticket add constraint link_or_code check (sealed_code is null or sent_to is null);
