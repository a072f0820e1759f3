-- A question that somebody took and took the own number out of, before there was an answer.
insert into contacts_contact (municipality_id, id, day, kind, from_party, from_role, from_sphere, to_party, to_role, to_sphere, area_code, district_code, theme, asked_at, answered_at, in_time, to_erased)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000d4', date '2025-11-26', 'question', uuid '019aa000-0000-7000-8000-000000000012', 'professional', 'formal', uuid '019aa000-0000-7000-8000-000000000011', 'guide', 'informal', 'WK990101', 'WK990101', 'papieren', timestamptz '2025-11-26T12:00:00Z', null, null, true);
