-- A district that trusts for longer, one with the shortest days there can be, and the same code next door.
insert into directory_ageing (municipality_id, area_code, fresh_days, stale_days, hide_days, notice_days)
values
  (9901, 'WK990101', 365, 730, 1095, 30),
  (9901, 'WK990102', 1, 1, 1, 1),
  (9902, 'WK990101', 90, 180, 200, 14);
