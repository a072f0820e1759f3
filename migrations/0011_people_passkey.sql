-- Keys with which people come in, and the ceremonies in which one is made or used: each once, within five minutes.
create table people_passkey (
  municipality_id integer not null,
  credential_hash bytea not null,
  person_id uuid not null,
  name text not null,
  credential text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (municipality_id, credential_hash),
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade
);
create index people_passkey_of_person on people_passkey (municipality_id, person_id);

create table people_ceremony (
  municipality_id integer not null,
  token_hash bytea not null,
  kind text not null,
  person_id uuid,
  state text not null,
  made_at timestamptz not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade,
  check (kind in ('make', 'enter')),
  check ((kind = 'make') = (person_id is not null))
);
