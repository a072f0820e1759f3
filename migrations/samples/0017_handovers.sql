-- One offered, one late and half told, one that was let go and looked back on, one of the neighbours; a party on pause, one without limits.
insert into handovers_handover (municipality_id, id, giver_party, giver_person, receiver_party, receiver_person, theme, area, code_word, does, state, ball, version, turn, offered_at, since, half_at, term_at, tell_at, first_date, stay_until, closed_at)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000f1', uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a1', uuid '019aa000-0000-7000-8000-000000000012', null, 'geld', 'BU99010101', 'appel', 'along translates', 'offered', 'receiver', 0, 0, timestamptz '2025-11-25T13:00:00Z', timestamptz '2025-11-25T13:00:00Z', timestamptz '2025-11-28T08:00:00Z', timestamptz '2025-12-02T16:00:00Z', timestamptz '2025-12-04T16:00:00Z', null, null, null),
  (9901, uuid '019aa000-0000-7000-8000-0000000000f2', uuid '019aa000-0000-7000-8000-000000000012', null, uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-0000000000a2', 'papieren', '', 'lepel', 'stays', 'giver-sat-late', 'receiver', 3, 1, timestamptz '2025-11-03T13:00:00Z', timestamptz '2025-11-05T13:00:00.000001Z', timestamptz '2025-11-12T08:00:00Z', timestamptz '2025-11-19T16:00:00Z', timestamptz '2025-11-21T16:00:00Z', date '2025-11-07', null, null),
  (9901, uuid '019aa000-0000-7000-8000-0000000000f3', uuid '019aa000-0000-7000-8000-000000000011', null, uuid '019aa000-0000-7000-8000-000000000012', null, 'geld', 'BU99010101', 'tulp', 'along', 'looked-back', 'none', 7, 4, timestamptz '2025-10-03T13:00:00Z', timestamptz '2025-11-01T13:00:00Z', null, null, null, date '2025-10-08', date '2025-10-30', timestamptz '2025-11-01T13:00:00Z'),
  (9902, uuid '019aa000-0000-7000-8000-0000000000f1', uuid '019aa000-0000-7000-8000-000000000011', null, uuid '019aa000-0000-7000-8000-000000000012', null, 'geld', '', 'appel', 'along', 'stopped', 'none', 1, 1, timestamptz '2025-11-25T13:00:00Z', timestamptz '2025-11-25T13:30:00Z', null, null, null, null, null, timestamptz '2025-11-25T13:30:00Z');
insert into handovers_step (municipality_id, handover_id, number, step, side, person_id, words, day, went, at)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000f2', 1, 'accept', 'receiver', uuid '019aa000-0000-7000-8000-0000000000a2', '', date '2025-11-07', null, timestamptz '2025-11-05T13:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000f2', 2, 'sat-together', 'giver', null, '', null, null, timestamptz '2025-11-10T13:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000f3', 7, 'look-back', 'receiver', null, 'Fijn dat u erbij was.', null, 'well', timestamptz '2025-11-02T13:00:00Z'),
  (9902, uuid '019aa000-0000-7000-8000-0000000000f1', 1, 'stop', 'giver', null, '', null, null, timestamptz '2025-11-25T13:30:00Z');
insert into handovers_nudge (municipality_id, handover_id, turn, stage, at)
values
  (9901, uuid '019aa000-0000-7000-8000-0000000000f2', 1, 'half', timestamptz '2025-11-12T08:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000f2', 1, 'term', timestamptz '2025-11-19T16:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-0000000000f2', 1, 'coordinator', timestamptz '2025-11-21T16:00:00Z');
insert into handovers_intake (municipality_id, party_id, themes, per_week, paused_until, waiting_weeks, changed_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000011', 'geld papieren', 3, date '2025-12-08', 6, timestamptz '2025-11-25T13:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000012', '', null, null, null, timestamptz '2025-11-25T13:00:00Z');
insert into handovers_week (municipality_id, party_id, begins_at, offered)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000012', timestamptz '2025-11-23T23:00:00Z', 1),
  (9902, uuid '019aa000-0000-7000-8000-000000000012', timestamptz '2025-11-23T23:00:00Z', 2);
