-- A question that was answered in time through a broker, a handover that was not answered, one that still runs, and the same id next door.
insert into contacts_contact (municipality_id, id, day, kind, from_party, from_role, from_sphere, to_party, to_role, to_sphere, area_code, district_code, theme, asked_at, answered_at, in_time)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000d1', date '2025-11-25', 'question', uuid '019aa000-0000-7000-8000-000000000011', 'coordinator', 'informal', uuid '019aa000-0000-7000-8000-000000000012', 'professional', 'formal', 'BU99010101', 'WK990101', 'schulden', timestamptz '2025-11-25T12:00:00Z', timestamptz '2025-11-26T12:00:00.000001Z', true),
  (9901, uuid '019aa000-0000-7000-8000-0000000000d2', date '2025-11-25', 'handover', uuid '019aa000-0000-7000-8000-000000000012', null, 'formal', uuid '019aa000-0000-7000-8000-000000000011', null, 'informal', '', '', 'papieren', timestamptz '2025-11-25T12:00:00Z', null, false),
  (9901, uuid '019aa000-0000-7000-8000-0000000000d3', date '2025-11-26', 'handover', uuid '019aa000-0000-7000-8000-000000000012', 'professional', 'formal', uuid '019aa000-0000-7000-8000-000000000011', null, 'informal', 'WK990101', 'WK990101', 'papieren', timestamptz '2025-11-26T12:00:00Z', null, null),
  (9902, uuid '019aa000-0000-7000-8000-0000000000d1', date '2025-11-25', 'question', uuid '019aa000-0000-7000-8000-000000000011', 'guide', 'informal', uuid '019aa000-0000-7000-8000-000000000012', null, 'informal', '', '', 'schulden', timestamptz '2025-11-25T12:00:00Z', null, null);

insert into contacts_person (municipality_id, contact_id, part, person_id)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000d1', 'from', uuid '019aa000-0000-7000-8000-0000000000a1'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000d1', 'to', uuid '019aa000-0000-7000-8000-0000000000a2'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000d1', 'through', uuid '019aa000-0000-7000-8000-0000000000a3'),
  (9902, uuid '019aa000-0000-7000-8000-0000000000d1', 'from', uuid '019aa000-0000-7000-8000-0000000000a1');
