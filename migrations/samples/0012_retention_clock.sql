insert into retention_clock (municipality_id, seen_at)
values
  (9901, timestamptz '2025-11-25T12:00:00Z'),
  (9902, timestamptz '2025-11-25T12:00:00.000001Z');
