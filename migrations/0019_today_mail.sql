-- Who wants one letter a day that something waits: an address, when, and the link that starts and stops it.
create table today_mail (
  municipality_id integer not null,
  token_hash bytea not null,
  link text not null,
  person_id uuid not null,
  address text not null,
  language text not null,
  from_hour integer not null,
  until_hour integer not null,
  weekend boolean not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  sent_day date,
  sent_at timestamptz,
  refused boolean not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade,
  check (from_hour between 0 and 23),
  check (until_hour between 1 and 24),
  check (from_hour < until_hour)
);
create index today_mail_of_person on today_mail (municipality_id, person_id);
