-- Who was asked to join but has not proved the address yet. A row goes when the invitation is taken up or withdrawn;
-- what happened stands in the audit trail.
create table invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  address text not null check (address = lower(address)),
  roles text[] not null check (cardinality(roles) > 0),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  unique (organisation_id, address)
);
create index invitation_for_address on invitation (address);
