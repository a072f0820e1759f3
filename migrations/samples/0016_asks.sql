-- A question that waits, one to the neighbourhood that was taken, and one that was answered and thanked; next door the same id.
insert into asks_question (municipality_id, id, asker_party, asker_person, asked_party, asked_person, open, theme, area, language, text, state, version, turn, asked_at, since, half_at, term_at, closed_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000e01', uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a1', uuid '019aa000-0000-7000-8000-000000000012', null, false, 'geld', 'BU99010101', 'nl', 'Wie kan meekijken bij brieven over schulden?', 'asked', 1, 1, timestamptz '2025-11-25T09:00:00Z', timestamptz '2025-11-25T09:00:00Z', timestamptz '2025-11-28T09:00:00Z', timestamptz '2025-12-02T16:00:00.000001Z', null),
  (9901, uuid '019aa000-0000-7000-8000-000000000e02', uuid '019aa000-0000-7000-8000-000000000012', null, uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a1', true, 'eenzaamheid', '', 'ar', 'Een vraag met een ’aanhaling’', 'taken-late', 3, 2, timestamptz '2025-11-10T09:00:00Z', timestamptz '2025-11-11T09:00:00Z', timestamptz '2025-11-13T09:00:00Z', timestamptz '2025-11-18T16:00:00Z', null),
  (9901, uuid '019aa000-0000-7000-8000-000000000e03', uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a1', uuid '019aa000-0000-7000-8000-000000000012', null, false, 'taal', 'BU99010101', 'nl', 'Is er nog plaats op dinsdag?', 'thanked', 3, 1, timestamptz '2025-11-01T09:00:00Z', timestamptz '2025-11-01T09:00:00Z', null, null, timestamptz '2025-11-03T09:00:00Z'),
  (9902, uuid '019aa000-0000-7000-8000-000000000e01', uuid '019aa000-0000-7000-8000-000000000011', null, null, null, true, 'geld', '', 'nl', 'Een vraag in een andere gemeente', 'asked', 1, 1, timestamptz '2025-11-25T09:00:00Z', timestamptz '2025-11-25T09:00:00Z', timestamptz '2025-11-28T09:00:00Z', timestamptz '2025-12-02T16:00:00Z', null);
insert into asks_said (municipality_id, question_id, number, step, party_id, person_id, text, at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000e03', 1, 'answer', uuid '019aa000-0000-7000-8000-000000000012', null, 'Ja, nog twee plaatsen.', timestamptz '2025-11-03T08:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000e03', 2, 'thank', uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a1', '', timestamptz '2025-11-03T09:00:00Z');
insert into asks_nudge (municipality_id, question_id, turn, stage, at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000e02', 2, 'half', timestamptz '2025-11-13T09:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000e02', 2, 'term', timestamptz '2025-11-18T16:00:00Z');
