-- A question to the neighbourhood that was taken up in time.
insert into asks_question (municipality_id, id, asker_party, asker_person, asked_party, asked_person, open, theme, area, language, text, state, version, turn, asked_at, since, half_at, term_at, tell_at, closed_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000e04', uuid '019aa000-0000-7000-8000-000000000012', null, uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a1', true, 'taal', 'BU99010101', 'nl', 'Wie leest er mee op dinsdag?', 'taken', 2, 2, timestamptz '2025-11-25T09:00:00Z', timestamptz '2025-11-25T10:00:00Z', timestamptz '2025-11-28T09:00:00Z', timestamptz '2025-12-02T16:00:00Z', timestamptz '2025-12-04T16:00:00Z', null);
