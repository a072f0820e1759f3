-- One session that is running and one that has ended by its age.
insert into access_operator_session (municipality_id, token_hash, csrf_hash, created_at, seen_at)
values
  (9901, bytea '\x2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', bytea '\x00', timestamptz '2025-11-25T13:30:00Z', timestamptz '2025-11-25T13:59:30Z'),
  (9901, bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7', bytea '\x00', timestamptz '2025-11-20T08:00:00Z', timestamptz '2025-11-20T08:10:00Z');
