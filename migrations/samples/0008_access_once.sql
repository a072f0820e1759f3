-- One form that was done, one that leads nowhere, one that is being done, and the same key next door.
insert into access_once (municipality_id, key_hash, path_hash, sent_hash, made_at, held_at, status, location)
values
  (9901, bytea '\x01', bytea '\x0a', bytea '\x0b', timestamptz '2025-11-25T13:30:00Z', timestamptz '2025-11-25T13:30:00Z', 303, '/beheer/partij/019ab0c0-0000-7000-8000-000000000001?bewaard=ja'),
  (9901, bytea '\x02', bytea '\x0a', bytea '\x0b', timestamptz '2025-11-25T13:31:00.000001Z', timestamptz '2025-11-25T13:31:00.000001Z', 200, null),
  (9901, bytea '\x03', bytea '\x0c', bytea '\x0d', timestamptz '2025-11-25T13:59:00Z', timestamptz '2025-11-25T13:59:40Z', null, null),
  (9902, bytea '\x01', bytea '\x0a', bytea '\x0b', timestamptz '2025-11-25T13:30:00Z', timestamptz '2025-11-25T13:30:00Z', 303, '/');
