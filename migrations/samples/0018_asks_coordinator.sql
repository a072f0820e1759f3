-- A question of which half, the term, and two days more were said.
update asks_question set tell_at = timestamptz '2025-11-20T16:00:00Z' where municipality_id = 9901 and id = uuid '019aa000-0000-7000-8000-000000000e02';
insert into asks_nudge (municipality_id, question_id, turn, stage, at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000e02', 2, 'half', timestamptz '2025-11-13T09:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000e02', 2, 'coordinator', timestamptz '2025-11-20T16:00:00Z');
