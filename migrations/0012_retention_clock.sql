-- The last moment at which a municipality's old rows were looked at: a clock that leapt since then deletes nothing.
create table retention_clock (
  municipality_id integer not null,
  seen_at timestamptz not null,
  primary key (municipality_id),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);
