-- An offer that somebody of its party took off the map.
insert into audit_line
  (municipality_id, sequence, at, actor, person_id, membership_id, action, object, object_id, about_id, party_id, purpose, outcome, hash)
values
  (9902, 3, timestamptz '2025-11-25T14:00:01Z', 'person', uuid '0193fd4b-0000-7000-8000-0000000000a1', uuid '0193fd4b-0000-7000-8000-0000000000b1', 'offer.remove', 'offer', uuid '0193fd4b-0000-7000-8000-0000000000d1', null, uuid '0193fd4b-0000-7000-8000-0000000000d2', 'social-map', 'done', bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8aa');
