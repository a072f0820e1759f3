-- The operator's sessions in pages, until people sign in themselves. Tokens are hashed at rest.
create table access_operator_session (
  municipality_id integer not null,
  token_hash bytea not null,
  csrf_hash bytea not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (municipality_id, token_hash)
);
