-- The manager comes in with an account of the municipality; the same account next door is somebody else's.
insert into people_account (municipality_id, account_hash, person_id, created_at)
values
  (9901, bytea '\x21', uuid '019aa000-0000-7000-8000-0000000000a2', timestamptz '2025-11-25T12:00:00Z'),
  (9902, bytea '\x21', uuid '019aa000-0000-7000-8000-0000000000a1', timestamptz '2025-11-25T12:00:00.000001Z');
