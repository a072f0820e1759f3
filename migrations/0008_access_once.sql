-- Forms that were sent: the same one again is answered as the first time. Digests only; nothing that was typed.
-- Without a status it is still being done, by who said so last at held_at.
create table access_once (
  municipality_id integer not null,
  key_hash bytea not null,
  path_hash bytea not null,
  sent_hash bytea not null,
  made_at timestamptz not null,
  held_at timestamptz not null,
  status integer,
  location text,
  primary key (municipality_id, key_hash)
);
create index access_once_made on access_once (municipality_id, made_at);
