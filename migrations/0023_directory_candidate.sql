-- Who is not on the map and asks to be. Nothing of it is there until who keeps the map said yes.
create table directory_candidate (
  municipality_id integer not null,
  id uuid not null,
  sphere text not null check (sphere in ('formal', 'informal')),
  name text not null,
  summary text not null,
  reach text not null,
  same text not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  party_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  check (party_id is null or decided_at is not null)
);
-- The same, asked again while nobody decided, is one request.
create unique index directory_candidate_same on directory_candidate (municipality_id, same)
  where decided_at is null;
create index directory_candidate_asked on directory_candidate (municipality_id, asked_at);
