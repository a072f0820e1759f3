-- Who comes in: people, as what they belong to a party or the municipality, invitations, and the sessions that run.
-- No table of a resident: these are the people of formal and informal parties.
create table people_person (
  municipality_id integer not null,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);

create table people_membership (
  municipality_id integer not null,
  id uuid not null,
  person_id uuid not null,
  party_id uuid,
  role text not null,
  since timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade,
  foreign key (municipality_id, party_id) references directory_party (municipality_id, id) on delete cascade,
  check ((party_id is null) = (role in ('manager', 'privacy-officer')))
);
-- Once in each party, and once in each role of the municipality.
create unique index people_membership_once on people_membership (municipality_id, person_id, party_id)
  where party_id is not null;
create unique index people_membership_role_once on people_membership (municipality_id, person_id, role)
  where party_id is null;
create index people_membership_of_party on people_membership (municipality_id, party_id);

create table people_invitation (
  municipality_id integer not null,
  token_hash bytea not null,
  party_id uuid,
  role text not null,
  invited_by uuid,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  browser_hash bytea,
  opened_at timestamptz,
  taken_at timestamptz,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, party_id) references directory_party (municipality_id, id) on delete cascade,
  check ((party_id is null) = (role in ('manager', 'privacy-officer'))),
  check ((opened_at is null) = (browser_hash is null))
);
create index people_invitation_of_party on people_invitation (municipality_id, party_id);

create table people_session (
  municipality_id integer not null,
  token_hash bytea not null,
  id uuid not null,
  person_id uuid not null,
  membership_id uuid,
  proof text not null,
  device text not null,
  idle_minutes integer not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade,
  foreign key (municipality_id, membership_id) references people_membership (municipality_id, id) on delete cascade,
  check (proof in ('link', 'passkey', 'account', 'demo')),
  check (proof <> 'link' or membership_id is null)
);
create index people_session_of_person on people_session (municipality_id, person_id);
