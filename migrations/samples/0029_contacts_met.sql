-- A handover that was answered in time, and after which they sat together; one without a meeting.
insert into contacts_contact (municipality_id, id, day, kind, from_party, from_role, from_sphere, to_party, to_role, to_sphere, area_code, district_code, theme, asked_at, answered_at, in_time, to_erased, met_on)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000d5', date '2025-11-25', 'handover', uuid '019aa000-0000-7000-8000-000000000011', 'guide', 'informal', uuid '019aa000-0000-7000-8000-000000000012', 'professional', 'formal', 'BU99010101', 'WK990101', 'schulden', timestamptz '2025-11-25T12:00:00Z', timestamptz '2025-11-26T12:00:00Z', true, false, date '2025-12-03'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000d6', date '2025-11-25', 'handover', uuid '019aa000-0000-7000-8000-000000000011', 'guide', 'informal', uuid '019aa000-0000-7000-8000-000000000012', null, 'formal', '', '', 'papieren', timestamptz '2025-11-25T12:00:00Z', null, null, false, null);
