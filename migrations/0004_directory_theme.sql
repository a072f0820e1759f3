-- What a municipality made of the themes the program brings, and themes of its own. Empty words stay as they came.
-- A theme never goes: one that went into another keeps its key, so that old rows and old addresses lead there.
create table directory_theme (
  municipality_id integer not null,
  key text not null,
  parent_key text,
  name_nl text not null,
  name_en text not null,
  name_ar text not null,
  about text not null,
  place integer,
  hidden boolean not null,
  into_key text,
  changed_at timestamptz not null,
  primary key (municipality_id, key),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  check (into_key is null or into_key <> key),
  check (parent_key is null or parent_key <> key)
);
