-- A municipality with a coordinator, a district of its own, a neighbourhood at both ends of what is allowed, and the same code next door.
insert into terms_area (municipality_id, area_code, question_days, handover_days, meet_days, changed_at)
values
  (9901, '', 5, 5, 10, timestamptz '2025-11-25T12:00:00Z'),
  (9901, 'WK990101', 3, 4, 8, timestamptz '2025-11-25T12:00:00.000001Z'),
  (9901, 'BU99010101', 1, 20, 20, timestamptz '2025-11-26T12:00:00Z'),
  (9902, '', 20, 1, 1, timestamptz '2025-11-25T12:00:00Z');

insert into terms_coordinator (municipality_id, area_code, membership_id)
values
  (9901, '', uuid '019aa000-0000-7000-8000-0000000000b3'),
  (9901, 'BU99010101', uuid '019aa000-0000-7000-8000-0000000000b1');
