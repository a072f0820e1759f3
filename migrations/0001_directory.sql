-- The social map: municipalities, areas, sources, parties, places, people to ask for, offers.
-- Written once, for both engines; see ground::db::migrate for the words that differ.

-- Reference table: the tenants themselves. `version` grows with every change a visitor could see.
create table directory_municipality (
  municipality_id integer not null,
  name text not null,
  slug text not null,
  theme text not null,
  fiction boolean not null,
  area_year integer,
  fresh_days integer not null,
  stale_days integer not null,
  hide_days integer not null,
  residents integer,
  version bigint not null,
  changed_at timestamptz not null,
  primary key (municipality_id),
  check (fresh_days > 0 and fresh_days <= stale_days and stale_days <= hide_days)
);
create unique index directory_municipality_slug on directory_municipality (slug);

-- Where facts come from, with date and licence, so that a page can say so.
create table directory_source (
  municipality_id integer not null,
  id uuid not null,
  name text not null,
  licence text not null,
  web text,
  dated date,
  imported_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);
create unique index directory_source_name on directory_source (municipality_id, name);

-- What a map shows besides areas, where a municipality has it: GeoJSON, WGS84.
create table directory_scenery (
  municipality_id integer not null,
  id uuid not null,
  kind text not null check (kind in ('water', 'green', 'road')),
  shape text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);

-- A CBS area with its year: wijk (district) above buurt (neighbourhood). `shape` is a GeoJSON geometry, WGS84.
create table directory_area (
  municipality_id integer not null,
  code text not null,
  year integer not null,
  kind text not null check (kind in ('district', 'neighbourhood')),
  name text not null,
  parent_code text,
  shape text,
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  residents integer,
  residents_65_plus integer,
  residents_under_15 integer,
  households integer,
  household_size double precision,
  density integer,
  figures_year integer,
  source_id uuid,
  figures_source_id uuid,
  changed_at timestamptz not null,
  primary key (municipality_id, code, year),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  foreign key (municipality_id, parent_code, year) references directory_area (municipality_id, code, year),
  foreign key (municipality_id, source_id) references directory_source (municipality_id, id),
  foreign key (municipality_id, figures_source_id) references directory_source (municipality_id, id)
);
create index directory_area_parent on directory_area (municipality_id, parent_code, year);

-- Lists of short lines are kept as text, one a line; languages and themes as keys with a space between.
create table directory_party (
  municipality_id integer not null,
  id uuid not null,
  sphere text not null check (sphere in ('formal', 'informal')),
  name text not null,
  name_key text not null,
  summary text not null,
  call_for text not null,
  not_for text not null,
  languages text not null,
  best_way text not null,
  lived_experience text not null,
  works_gladly text not null,
  capacity text not null check (capacity in ('open', 'few', 'waiting', 'closed', 'unknown')),
  capacity_note text not null,
  role_name text not null,
  role_phone text not null,
  role_email text not null,
  website text not null,
  serves_all boolean not null,
  source_id uuid,
  source_key text,
  source_digest bytea,
  source_dropped_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  foreign key (municipality_id, source_id) references directory_source (municipality_id, id),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check ((source_id is null) = (source_key is null))
);
create unique index directory_party_source on directory_party (municipality_id, source_id, source_key);
create index directory_party_name on directory_party (municipality_id, name_key);

create table directory_party_area (
  municipality_id integer not null,
  party_id uuid not null,
  area_code text not null,
  area_year integer not null,
  primary key (municipality_id, party_id, area_code, area_year),
  foreign key (municipality_id, party_id) references directory_party (municipality_id, id) on delete cascade,
  foreign key (municipality_id, area_code, area_year) references directory_area (municipality_id, code, year)
);
create index directory_party_area_area on directory_party_area (municipality_id, area_code, area_year);

-- A confidential place has no address and no point: not hidden, absent.
create table directory_place (
  municipality_id integer not null,
  id uuid not null,
  party_id uuid not null,
  name text not null,
  street text not null,
  house_number text not null,
  postcode text not null,
  town text not null,
  access text not null,
  lon double precision,
  lat double precision,
  area_code text,
  area_year integer,
  confidential boolean not null,
  source_key text,
  changed_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, party_id) references directory_party (municipality_id, id) on delete cascade,
  foreign key (municipality_id, area_code, area_year) references directory_area (municipality_id, code, year),
  check ((lon is null) = (lat is null)),
  check ((area_code is null) = (area_year is null)),
  check (not confidential or (lon is null and area_code is null and street = '' and house_number = '' and postcode = '' and town = '' and name = '' and access = ''))
);
create index directory_place_party on directory_place (municipality_id, party_id);
create index directory_place_area on directory_place (municipality_id, area_code, area_year);

-- A person as contact: a name or a photo only with that person's consent, and since when.
create table directory_contact (
  municipality_id integer not null,
  id uuid not null,
  party_id uuid not null,
  role text not null,
  name text,
  name_consent_at timestamptz,
  photo bytea,
  photo_consent_at timestamptz,
  note text not null,
  languages text not null,
  phone text not null,
  email text not null,
  changed_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, party_id) references directory_party (municipality_id, id) on delete cascade,
  check ((name is null) = (name_consent_at is null)),
  check ((photo is null) = (photo_consent_at is null))
);
create index directory_contact_party on directory_contact (municipality_id, party_id);

create table directory_offer (
  municipality_id integer not null,
  id uuid not null,
  party_id uuid not null,
  name text not null,
  name_key text not null,
  summary text not null,
  does text not null,
  does_not text not null,
  for_whom text not null,
  themes text not null,
  languages text not null,
  way text not null check (way in ('walk-in', 'appointment', 'phone', 'home-visit', 'online', 'unknown')),
  opening text not null,
  opening_note text not null,
  cost text not null,
  capacity text not null check (capacity in ('open', 'few', 'waiting', 'closed', 'unknown')),
  source_id uuid,
  source_key text,
  source_digest bytea,
  source_dropped_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, party_id) references directory_party (municipality_id, id) on delete cascade,
  foreign key (municipality_id, source_id) references directory_source (municipality_id, id),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check ((source_id is null) = (source_key is null))
);
create index directory_offer_party on directory_offer (municipality_id, party_id);
create unique index directory_offer_source on directory_offer (municipality_id, source_id, source_key);

create table directory_offer_place (
  municipality_id integer not null,
  offer_id uuid not null,
  place_id uuid not null,
  primary key (municipality_id, offer_id, place_id),
  foreign key (municipality_id, offer_id) references directory_offer (municipality_id, id) on delete cascade,
  foreign key (municipality_id, place_id) references directory_place (municipality_id, id) on delete cascade
);
create index directory_offer_place_place on directory_offer_place (municipality_id, place_id);

-- Who asked not to be on the map. Remembered, so that no later import brings them back.
create table directory_do_not_list (
  municipality_id integer not null,
  id uuid not null,
  name_key text not null,
  postcode text not null,
  source_name text not null,
  source_key text not null,
  asked_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);
create index directory_do_not_list_name on directory_do_not_list (municipality_id, name_key);

-- An import: first a preview, then (perhaps) applied. The file waits in parts and goes when it is applied or a day old.
create table directory_import (
  municipality_id integer not null,
  id uuid not null,
  source_id uuid,
  source_name text not null,
  licence text not null,
  format text not null,
  settings text not null,
  state text not null check (state in ('staged', 'previewed', 'applied', 'failed')),
  added integer not null,
  changed integer not null,
  same integer not null,
  gone integer not null,
  kept integer not null,
  left_out integer not null,
  refused integer not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  foreign key (municipality_id, source_id) references directory_source (municipality_id, id)
);

create index directory_import_source on directory_import (municipality_id, source_id);

create table directory_import_part (
  municipality_id integer not null,
  import_id uuid not null,
  part integer not null,
  bytes bytea not null,
  primary key (municipality_id, import_id, part),
  foreign key (municipality_id, import_id) references directory_import (municipality_id, id) on delete cascade
);

-- What was refused or left out, where, and why (a key and its arguments; never the content of the row).
create table directory_import_line (
  municipality_id integer not null,
  import_id uuid not null,
  seq integer not null,
  outcome text not null check (outcome in ('refused', 'left_out', 'mended', 'noted', 'gone', 'kept')),
  file text not null,
  line bigint not null,
  source_key text not null,
  reason text not null,
  detail text not null,
  primary key (municipality_id, import_id, seq),
  foreign key (municipality_id, import_id) references directory_import (municipality_id, id) on delete cascade
);
