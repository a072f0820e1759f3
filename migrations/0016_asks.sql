-- Nameless questions: from one party to another, or to whoever in the neighbourhood takes it. No table of a resident.
create table asks_question (
  municipality_id integer not null,
  id uuid not null,
  asker_party uuid not null,
  asker_person uuid,
  asked_party uuid,
  asked_person uuid,
  open boolean not null,
  theme text not null,
  area text not null,
  language text not null,
  text text not null,
  state text not null,
  version integer not null,
  turn integer not null,
  asked_at timestamptz not null,
  since timestamptz not null,
  half_at timestamptz,
  term_at timestamptz,
  closed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  check (open or asked_party is not null),
  check ((half_at is null) = (term_at is null))
);
create index asks_question_of_asker on asks_question (municipality_id, asker_party, asked_at);
create index asks_question_of_asked on asks_question (municipality_id, asked_party, asked_at);
create index asks_question_open_of_asker on asks_question (municipality_id, asker_party, since)
  where closed_at is null;
create index asks_question_open_of_asked on asks_question (municipality_id, asked_party, since)
  where closed_at is null;
create index asks_question_for_all on asks_question (municipality_id, asked_at)
  where closed_at is null and asked_party is null;
create index asks_question_half on asks_question (municipality_id, half_at) where closed_at is null;
create index asks_question_term on asks_question (municipality_id, term_at) where closed_at is null;
create index asks_question_closed on asks_question (municipality_id, closed_at) where closed_at is not null;

create table asks_said (
  municipality_id integer not null,
  question_id uuid not null,
  number integer not null,
  step text not null,
  party_id uuid,
  person_id uuid,
  text text not null,
  at timestamptz not null,
  primary key (municipality_id, question_id, number),
  foreign key (municipality_id, question_id) references asks_question (municipality_id, id) on delete cascade
);

create table asks_nudge (
  municipality_id integer not null,
  question_id uuid not null,
  turn integer not null,
  stage text not null,
  at timestamptz not null,
  primary key (municipality_id, question_id, turn, stage),
  foreign key (municipality_id, question_id) references asks_question (municipality_id, id) on delete cascade,
  check (stage in ('half', 'term'))
);
