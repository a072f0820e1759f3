-- A chain that begins after a closed day, and a line of the same number next door.
insert into audit_cut (municipality_id, day, lines, root, cut_at, signature, public_key)
values
  (9901, date '2025-11-24', 1, bytea '\x01', timestamptz '2025-11-25T14:00:00Z', bytea '\x02', bytea '\x03');
insert into audit_line
  (municipality_id, sequence, at, actor, person_id, membership_id, action, object, object_id, about_id, purpose, outcome, hash)
values
  (9902, 2, timestamptz '2025-11-25T14:00:00.000001Z', 'machine', null, null, 'audit.cut', 'root', uuid '0193fd4b-0000-7000-8000-0000000000c1', null, 'retention', 'done', bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a9');
