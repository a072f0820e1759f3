-- A postcode that doors have, one that nobody has, and the same one next door: a border runs through it.
insert into directory_postcode (municipality_id, postcode, lon, lat)
values
  (9901, '9927', 5.333, 52.6195),
  (9901, '9926', 5.3935, 52.6167),
  (9902, '9926', 5.3935, 52.6167);
