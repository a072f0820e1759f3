-- Who left after it could be remembered, by a phone number and a website.
insert into directory_do_not_list
  (municipality_id, id, name_key, postcode, source_name, source_key, contacts, asked_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000052', 'de linde', '', '', '',
   '6f1c2a9b40d7e8350f2b7c91d4a6e30582cb19f47ad05e63b8f1c27094ae5d36 0b9e4d71c3a852f6e7d01b48a95c3f2670d8e14bb62f97a5c0e3d81f4a7692bc',
   timestamptz '2025-11-20T09:00:00Z');
