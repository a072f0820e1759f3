-- What somebody is typing is kept for questions and handovers in one table, of whoever holds what they share.
create table exchange_draft (
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
create unique index exchange_draft_once on exchange_draft (municipality_id, person_id, party_id, place);
create index exchange_draft_at on exchange_draft (municipality_id, at);

-- What was being typed then is there still.
insert into exchange_draft (municipality_id, id, person_id, party_id, place, text, at)
  select municipality_id, id, person_id, party_id, place, text, at from asks_draft;
drop table asks_draft;
