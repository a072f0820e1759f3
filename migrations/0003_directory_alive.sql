-- The map stays alive: who was asked whether a profile is still right and what they answered, and what was listed twice.

-- So many days after its party was asked a profile hides, at the earliest.
alter table directory_municipality add column notice_days integer not null default 14;

-- When a party was last asked, by mail or (without an address) by putting it on the list of who must be called.
alter table directory_party add column asked_at timestamptz;
alter table directory_party add column put_away_at timestamptz;
alter table directory_offer add column asked_at timestamptz;

-- One time a party was asked. It stays when the party goes: who took itself off may still come back.
-- Of the token in the mail's links only the digest is here.
create table directory_request (
  municipality_id integer not null,
  id uuid not null,
  party_id uuid not null,
  stage text not null check (stage in ('ageing', 'stale', 'hiding')),
  address text not null,
  token_hash bytea,
  state text not null check (state in ('sending', 'waiting', 'sent', 'unknown', 'failed', 'bounced', 'no-address', 'answered', 'replaced')),
  answer text check (answer in ('right', 'changed', 'off')),
  tries integer not null,
  next_at timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  check ((answer is not null) = (state = 'answered')),
  check ((next_at is not null) = (state = 'waiting'))
);
create unique index directory_request_token on directory_request (municipality_id, token_hash);
create index directory_request_party on directory_request (municipality_id, party_id, created_at);

-- What a party that took itself off had on the map, for the days in which it may change its mind.
create table directory_taken_off (
  municipality_id integer not null,
  party_id uuid not null,
  request_id uuid not null,
  name text not null,
  content text not null,
  taken_at timestamptz not null,
  primary key (municipality_id, party_id),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);
create index directory_taken_off_request on directory_taken_off (municipality_id, request_id);

-- What was listed twice and became one: the old id leads to the new one, and its source still finds it.
create table directory_merged (
  municipality_id integer not null,
  kind text not null check (kind in ('party', 'offer')),
  old_id uuid not null,
  new_id uuid not null,
  name_key text not null,
  source_id uuid,
  source_key text,
  source_digest bytea,
  merged_at timestamptz not null,
  primary key (municipality_id, kind, old_id),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  foreign key (municipality_id, source_id) references directory_source (municipality_id, id),
  check ((source_id is null) = (source_key is null))
);
create index directory_merged_new on directory_merged (municipality_id, kind, new_id);
create index directory_merged_source on directory_merged (municipality_id, source_id);

-- Two that look like one and are not: somebody looked.
create table directory_two (
  municipality_id integer not null,
  one_id uuid not null,
  other_id uuid not null,
  said_at timestamptz not null,
  primary key (municipality_id, one_id, other_id),
  foreign key (municipality_id, one_id) references directory_party (municipality_id, id) on delete cascade,
  foreign key (municipality_id, other_id) references directory_party (municipality_id, id) on delete cascade,
  check (one_id < other_id)
);
create index directory_two_other on directory_two (municipality_id, other_id);
