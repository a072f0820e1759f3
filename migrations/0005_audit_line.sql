-- The trail: one line for each look or change, chained by hash; ids and purposes only, never a name or what was typed.

-- The end of each municipality's chain: whoever writes a line holds this row until the transaction ends.
create table audit_head (
  municipality_id integer not null,
  sequence bigint not null,
  hash bytea not null,
  primary key (municipality_id)
);

-- `hash` covers everything in the row, the sequence and the hash of the row before.
create table audit_line (
  municipality_id integer not null,
  sequence bigint not null,
  at timestamptz not null,
  actor text not null check (actor in ('person', 'operator', 'machine', 'link', 'nobody')),
  person_id uuid,
  membership_id uuid,
  action text not null,
  object text not null,
  object_id uuid,
  about_id uuid,
  purpose text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  hash bytea not null,
  primary key (municipality_id, sequence),
  check ((person_id is not null) = (actor = 'person'))
);
create index audit_line_at on audit_line (municipality_id, at, sequence);
create index audit_line_about on audit_line (municipality_id, about_id, sequence);

-- What a closed day came down to, signed. `lines` counts from the first line ever.
create table audit_root (
  municipality_id integer not null,
  day date not null,
  lines bigint not null,
  last_hash bytea not null,
  previous_root bytea not null,
  root bytea not null,
  signature bytea not null,
  public_key bytea not null,
  closed_at timestamptz not null,
  primary key (municipality_id, day)
);
