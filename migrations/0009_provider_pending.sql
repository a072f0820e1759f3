-- Sign-ins with a municipality's own account, while somebody is away at the provider. Digests only: the nonce and
-- the verifier follow from the secret in the browser's cookie, and nothing here says who it is.
create table provider_pending (
  municipality_id integer not null,
  state_hash bytea not null,
  browser_hash bytea not null,
  issuer text not null,
  return_to text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (municipality_id, state_hash)
);
create index provider_pending_made on provider_pending (municipality_id, made_at);
