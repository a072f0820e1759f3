-- A code nobody confirmed, one half confirmed, one used, one a colleague did not trust, and the same browser next door.
insert into people_recovery (municipality_id, browser_hash, code_hash, created_at, person_id, party_id, first_by, first_at, second_by, second_at, ended_at, taken_at)
values
  (9901, bytea '\x41', bytea '\x51', timestamptz '2025-11-25T13:00:00Z', null, null, null, null, null, null, null, null),
  (9901, bytea '\x42', bytea '\x52', timestamptz '2025-11-25T13:00:00Z', uuid '019aa000-0000-7000-8000-0000000000a3', uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a1', timestamptz '2025-11-25T13:05:00Z', null, null, null, null),
  (9901, bytea '\x43', bytea '\x53', timestamptz '2025-11-25T12:00:00Z', uuid '019aa000-0000-7000-8000-0000000000a3', uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a1', timestamptz '2025-11-25T12:05:00Z', uuid '019aa000-0000-7000-8000-0000000000a2', timestamptz '2025-11-25T12:06:00Z', null, timestamptz '2025-11-25T12:07:00Z'),
  (9901, bytea '\x44', bytea '\x54', timestamptz '2025-11-25T11:00:00.000001Z', uuid '019aa000-0000-7000-8000-0000000000a2', null, uuid '019aa000-0000-7000-8000-0000000000a1', timestamptz '2025-11-25T11:05:00Z', null, null, timestamptz '2025-11-25T11:06:00Z', null),
  (9902, bytea '\x41', bytea '\x51', timestamptz '2025-11-25T13:00:00Z', null, null, null, null, null, null, null, null);
