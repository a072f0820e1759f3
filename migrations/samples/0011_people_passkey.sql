-- A coordinator with two keys, one of them never used; the same key's digest next door; a ceremony of each kind.
insert into people_passkey (municipality_id, credential_hash, person_id, name, credential, created_at, used_at)
values
  (9901, bytea '\x21', uuid '019aa000-0000-7000-8000-0000000000a1', 'mijn telefoon', '{}', timestamptz '2025-11-25T12:30:00Z', timestamptz '2025-11-25T13:00:00Z'),
  (9901, bytea '\x22', uuid '019aa000-0000-7000-8000-0000000000a1', 'computer van ’t buurthuis', '{}', timestamptz '2025-11-25T12:30:00Z', null),
  (9901, bytea '\x23', uuid '019aa000-0000-7000-8000-0000000000a3', 'هاتفي', '{}', timestamptz '2025-11-25T12:30:00Z', null),
  (9902, bytea '\x21', uuid '019aa000-0000-7000-8000-0000000000a1', 'mijn telefoon', '{}', timestamptz '2025-11-25T12:30:00.000001Z', null);

insert into people_ceremony (municipality_id, token_hash, kind, person_id, state, made_at)
values
  (9901, bytea '\x31', 'make', uuid '019aa000-0000-7000-8000-0000000000a3', '{}', timestamptz '2025-11-25T13:00:00Z'),
  (9901, bytea '\x32', 'enter', null, '{}', timestamptz '2025-11-25T13:00:00Z'),
  (9902, bytea '\x31', 'enter', null, '{}', timestamptz '2025-11-25T13:00:00Z');
