-- Answer terms, in working days: for the whole municipality (no area code), a district or a neighbourhood.
create table terms_area (
  municipality_id integer not null,
  area_code text not null,
  question_days integer not null,
  handover_days integer not null,
  meet_days integer not null,
  changed_at timestamptz not null,
  primary key (municipality_id, area_code),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  check (question_days between 1 and 20),
  check (handover_days between 1 and 20),
  check (meet_days between 1 and 20)
);

-- Who hears when a term passed. A table of its own, so that it goes when the membership does, and the terms stay.
create table terms_coordinator (
  municipality_id integer not null,
  area_code text not null,
  membership_id uuid not null,
  primary key (municipality_id, area_code),
  foreign key (municipality_id, area_code) references terms_area (municipality_id, area_code) on delete cascade,
  foreign key (municipality_id, membership_id) references people_membership (municipality_id, id) on delete cascade
);
create index terms_coordinator_of_membership on terms_coordinator (municipality_id, membership_id);
