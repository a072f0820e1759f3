-- Accounts of the municipality's own that are a way in: a digest of issuer and subject, and whose it is.
create table people_account (
  municipality_id integer not null,
  account_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (municipality_id, account_hash),
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade
);
create index people_account_of_person on people_account (municipality_id, person_id);
