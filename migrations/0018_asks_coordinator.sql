-- Whoever coordinates hears of a question that nobody answered, some days after its term; as it is for handovers.
alter table asks_question add column tell_at timestamptz;
create index asks_question_tell on asks_question (municipality_id, tell_at) where closed_at is null;

-- What was said is said again at most once: the rows only guard against saying it twice.
drop table asks_nudge;
create table asks_nudge (
  municipality_id integer not null,
  question_id uuid not null,
  turn integer not null,
  stage text not null,
  at timestamptz not null,
  primary key (municipality_id, question_id, turn, stage),
  foreign key (municipality_id, question_id) references asks_question (municipality_id, id) on delete cascade,
  check (stage in ('half', 'term', 'coordinator'))
);
