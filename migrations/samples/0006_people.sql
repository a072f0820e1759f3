-- A coordinator with a session, a volunteer who came by a link, a manager, invitations in each state, and the same ids next door.
insert into people_person (municipality_id, id, name, created_at)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000a1', 'Samira', timestamptz '2025-11-25T12:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000a2', 'Jan-Willem de Graaf-’t Hooft', timestamptz '2025-11-25T12:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000a3', 'فاطمة', timestamptz '2025-11-25T12:00:00Z'),
  (9902, uuid '019aa000-0000-7000-8000-0000000000a1', 'Iemand anders', timestamptz '2025-11-25T12:00:00.000001Z');

insert into people_membership (municipality_id, id, person_id, party_id, role, since)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000b1', uuid '019aa000-0000-7000-8000-0000000000a1', uuid '019aa000-0000-7000-8000-000000000011', 'coordinator', timestamptz '2025-11-25T12:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000b2', uuid '019aa000-0000-7000-8000-0000000000a1', uuid '019aa000-0000-7000-8000-000000000012', 'professional', timestamptz '2025-11-25T12:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000b3', uuid '019aa000-0000-7000-8000-0000000000a2', null, 'manager', timestamptz '2025-11-25T12:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000b4', uuid '019aa000-0000-7000-8000-0000000000a2', null, 'privacy-officer', timestamptz '2025-11-25T12:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000b5', uuid '019aa000-0000-7000-8000-0000000000a3', uuid '019aa000-0000-7000-8000-000000000011', 'volunteer', timestamptz '2025-11-25T12:00:00Z'),
  (9902, uuid '019aa000-0000-7000-8000-0000000000b1', uuid '019aa000-0000-7000-8000-0000000000a1', uuid '019aa000-0000-7000-8000-000000000011', 'key-figure', timestamptz '2025-11-25T12:00:00Z');

insert into people_invitation (municipality_id, token_hash, party_id, role, invited_by, created_at, ends_at, browser_hash, opened_at, taken_at)
values
  (9901, bytea '\x01', uuid '019aa000-0000-7000-8000-000000000011', 'volunteer', uuid '019aa000-0000-7000-8000-0000000000a1', timestamptz '2025-11-25T12:00:00Z', timestamptz '2025-11-25T12:10:00Z', null, null, null),
  (9901, bytea '\x02', null, 'manager', null, timestamptz '2025-11-25T12:00:00Z', timestamptz '2025-12-02T12:00:00Z', bytea '\xff', timestamptz '2025-11-25T12:05:00Z', null),
  (9901, bytea '\x03', uuid '019aa000-0000-7000-8000-000000000011', 'guide', uuid '019aa000-0000-7000-8000-0000000000a1', timestamptz '2025-11-25T12:00:00Z', timestamptz '2025-12-02T12:00:00Z', bytea '\xfe', timestamptz '2025-11-25T12:05:00Z', timestamptz '2025-11-25T12:06:00Z');

insert into people_session (municipality_id, token_hash, id, person_id, membership_id, proof, device, idle_minutes, created_at, seen_at)
values
  (9901, bytea '\x11', uuid '019aa000-0000-7000-8000-0000000000c1', uuid '019aa000-0000-7000-8000-0000000000a1', uuid '019aa000-0000-7000-8000-0000000000b1', 'passkey', 'phone', 30, timestamptz '2025-11-25T13:00:00Z', timestamptz '2025-11-25T13:59:30Z'),
  (9901, bytea '\x12', uuid '019aa000-0000-7000-8000-0000000000c2', uuid '019aa000-0000-7000-8000-0000000000a3', null, 'link', 'computer', 15, timestamptz '2025-11-25T13:00:00Z', timestamptz '2025-11-25T13:59:30Z'),
  (9901, bytea '\x13', uuid '019aa000-0000-7000-8000-0000000000c3', uuid '019aa000-0000-7000-8000-0000000000a2', uuid '019aa000-0000-7000-8000-0000000000b3', 'account', 'other', 60, timestamptz '2025-11-24T13:00:00Z', timestamptz '2025-11-24T13:59:30Z');
