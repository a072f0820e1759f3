-- What somebody was typing: one text a place, kept for a week, and only when it names nobody.
create table asks_draft (
  municipality_id integer not null,
  id uuid not null,
  person_id uuid not null,
  party_id uuid not null,
  place text not null,
  text text not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade
);
create unique index asks_draft_once on asks_draft (municipality_id, person_id, party_id, place);
create index asks_draft_at on asks_draft (municipality_id, at);
