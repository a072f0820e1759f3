-- Who had to do with whom: a by-product of questions and handovers. No text, no resident, no name.
-- Parties are told by number without a reference: that something was asked stays true when a party is gone.
create table contacts_contact (
  municipality_id integer not null,
  id uuid not null,
  day date not null,
  kind text not null,
  from_party uuid not null,
  from_role text,
  from_sphere text not null,
  to_party uuid not null,
  to_role text,
  to_sphere text not null,
  area_code text not null,
  district_code text not null,
  theme text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  in_time boolean,
  primary key (municipality_id, id),
  foreign key (municipality_id) references directory_municipality (municipality_id),
  check (kind in ('question', 'handover')),
  check (from_sphere in ('formal', 'informal')),
  check (to_sphere in ('formal', 'informal'))
);
create index contacts_contact_in_district on contacts_contact (municipality_id, district_code, day);
create index contacts_contact_from on contacts_contact (municipality_id, from_party);
create index contacts_contact_to on contacts_contact (municipality_id, to_party);
create index contacts_contact_asked on contacts_contact (municipality_id, asked_at);

-- The persons in a contact, by number. A table of its own, so that a number goes with its person by the database
-- itself, whatever way that person goes, and the contact stays to be counted.
create table contacts_person (
  municipality_id integer not null,
  contact_id uuid not null,
  part text not null,
  person_id uuid not null,
  primary key (municipality_id, contact_id, part),
  foreign key (municipality_id, contact_id) references contacts_contact (municipality_id, id) on delete cascade,
  foreign key (municipality_id, person_id) references people_person (municipality_id, id) on delete cascade,
  check (part in ('from', 'to', 'through'))
);
create index contacts_person_of on contacts_person (municipality_id, person_id);
