-- The operator's edit, a party's answer and a member's refused look next door; a closed day with one line in it.
insert into audit_line
  (municipality_id, sequence, at, actor, person_id, membership_id, action, object, object_id, about_id, purpose, outcome, hash)
values
  (9901, 1, timestamptz '2025-11-24T09:00:00Z', 'operator', null, null, 'party.change', 'party', uuid '0193fd4b-0000-7000-8000-000000000001', null, 'social-map', 'done', bytea '\x2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'),
  (9901, 2, timestamptz '2025-11-25T13:59:59.999999Z', 'link', null, null, 'party.answer', 'party', null, null, 'social-map', 'done', bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7'),
  (9902, 1, timestamptz '2025-11-25T14:00:00Z', 'person', uuid '0193fd4b-0000-7000-8000-0000000000a1', uuid '0193fd4b-0000-7000-8000-0000000000b1', 'people.look', 'person', uuid '0193fd4b-0000-7000-8000-0000000000a2', uuid '0193fd4b-0000-7000-8000-0000000000a2', 'own-party', 'refused', bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a8');
insert into audit_head (municipality_id, sequence, hash)
values
  (9901, 2, bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7'),
  (9902, 1, bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a8');
insert into audit_root
  (municipality_id, day, lines, last_hash, previous_root, root, signature, public_key, closed_at)
values
  (9901, date '2025-11-24', 1, bytea '\x2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', bytea '\x00', bytea '\x01', bytea '\x02', bytea '\x03', timestamptz '2025-11-24T23:00:30Z');
