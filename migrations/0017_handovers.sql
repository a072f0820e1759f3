-- Help changes hands between two parties: a theme, an area, a code word, dates. No table of a resident.
create table handovers_handover (
  municipality_id integer not null,
  id uuid not null,
  giver_party uuid not null,
  giver_person uuid,
  receiver_party uuid not null,
  receiver_person uuid,
  theme text not null,
  area text not null,
  code_word text not null,
  does text not null,
  state text not null,
  ball text not null,
  version integer not null,
  turn integer not null,
  offered_at timestamptz not null,
  since timestamptz not null,
  half_at timestamptz,
  term_at timestamptz,
  tell_at timestamptz,
  first_date date,
  stay_until date,
  closed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  check (ball in ('giver', 'receiver', 'both', 'none')),
  check ((ball = 'none') = (closed_at is not null)),
  check ((half_at is null) = (term_at is null)),
  check ((tell_at is null) = (term_at is null))
);
create index handovers_handover_open_of_giver on handovers_handover (municipality_id, giver_party, ball, since)
  where closed_at is null;
create index handovers_handover_open_of_receiver on handovers_handover (municipality_id, receiver_party, ball, since)
  where closed_at is null;
create index handovers_handover_closed_of_giver on handovers_handover (municipality_id, giver_party, closed_at)
  where closed_at is not null;
create index handovers_handover_closed_of_receiver on handovers_handover (municipality_id, receiver_party, closed_at)
  where closed_at is not null;
create index handovers_handover_offered_to on handovers_handover (municipality_id, receiver_party, offered_at);
create index handovers_handover_half on handovers_handover (municipality_id, half_at) where closed_at is null;
create index handovers_handover_term on handovers_handover (municipality_id, term_at) where closed_at is null;
create index handovers_handover_tell on handovers_handover (municipality_id, tell_at) where closed_at is null;
create index handovers_handover_closed on handovers_handover (municipality_id, closed_at) where closed_at is not null;

create table handovers_step (
  municipality_id integer not null,
  handover_id uuid not null,
  number integer not null,
  step text not null,
  side text not null,
  person_id uuid,
  words text not null,
  day date,
  went text,
  at timestamptz not null,
  primary key (municipality_id, handover_id, number),
  foreign key (municipality_id, handover_id) references handovers_handover (municipality_id, id) on delete cascade,
  check (side in ('giver', 'receiver', 'clock'))
);

create table handovers_nudge (
  municipality_id integer not null,
  handover_id uuid not null,
  turn integer not null,
  stage text not null,
  at timestamptz not null,
  primary key (municipality_id, handover_id, turn, stage),
  foreign key (municipality_id, handover_id) references handovers_handover (municipality_id, id) on delete cascade,
  check (stage in ('half', 'term', 'coordinator'))
);

-- How much a party takes in, as it says itself; without a row there is no limit.
create table handovers_intake (
  municipality_id integer not null,
  party_id uuid not null,
  themes text not null,
  per_week integer,
  paused_until date,
  waiting_weeks integer,
  changed_at timestamptz not null,
  primary key (municipality_id, party_id),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);

-- How often a party was asked, a number a week: what it was asked is gone by then.
create table handovers_week (
  municipality_id integer not null,
  party_id uuid not null,
  begins_at timestamptz not null,
  offered integer not null,
  primary key (municipality_id, party_id, begins_at),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);
create index handovers_week_begins on handovers_week (municipality_id, begins_at);
