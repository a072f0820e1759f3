-- After how many days profiles age in a district that has days of its own; elsewhere those of the municipality hold.
create table directory_ageing (
  municipality_id integer not null,
  area_code text not null,
  fresh_days integer not null,
  stale_days integer not null,
  hide_days integer not null,
  notice_days integer not null,
  primary key (municipality_id, area_code),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  check (fresh_days > 0),
  check (fresh_days <= stale_days),
  check (stale_days <= hide_days),
  check (notice_days > 0)
);
