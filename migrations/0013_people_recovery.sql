-- Who lost every key asks for a code in a new browser; two colleagues say who it is. Until the first of them speaks,
-- nothing here says whose it is.
create table people_recovery (
  municipality_id integer not null,
  browser_hash bytea not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  person_id uuid,
  party_id uuid,
  first_by uuid,
  first_at timestamptz,
  second_by uuid,
  second_at timestamptz,
  ended_at timestamptz,
  taken_at timestamptz,
  primary key (municipality_id, browser_hash),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade,
  check ((person_id is null) = (first_by is null)),
  check ((first_by is null) = (first_at is null)),
  check ((second_by is null) = (second_at is null)),
  check (second_by is null or first_by is not null),
  check (second_by is null or second_by <> first_by),
  check (person_id is not null or party_id is null),
  check (taken_at is null or second_by is not null)
);
create unique index people_recovery_code on people_recovery (municipality_id, code_hash);
create index people_recovery_of_person on people_recovery (municipality_id, person_id);
