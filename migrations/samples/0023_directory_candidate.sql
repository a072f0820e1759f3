-- One who waits, one who is on the map now and one who heard no; in the other municipality somebody with the same words.
insert into directory_candidate (municipality_id, id, sphere, name, summary, reach, same, asked_at, decided_at, party_id)
values
  (9901, uuid '019aa000-0000-7000-8000-000000001001', 'informal', 'Breiclub Zwaluw', 'Wij breien samen op donderdag.', 'breiclub@oosterwaard.voorbeeld', '00112233445566778899aabbccddeeff', timestamptz '2025-11-24T09:00:00Z', null, null),
  (9901, uuid '019aa000-0000-7000-8000-000000001002', 'informal', 'Moedercentrum De Linde', 'Vrouwen uit de buurt helpen elkaar.', '088 000 01 23', '0f112233445566778899aabbccddeeff', timestamptz '2025-11-01T09:00:00Z', timestamptz '2025-11-03T10:00:00Z', uuid '019aa000-0000-7000-8000-000000000011'),
  (9901, uuid '019aa000-0000-7000-8000-000000001003', 'formal', 'Verkoop aan de deur', 'Wij verkopen stofzuigers.', '14020', '00112233445566778899aabbccddeeff', timestamptz '2025-11-02T09:00:00Z', timestamptz '2025-11-03T10:00:00Z', null),
  (9902, uuid '019aa000-0000-7000-8000-000000001001', 'informal', 'Breiclub Zwaluw', 'Wij breien samen op donderdag.', 'breiclub@oosterwaard.voorbeeld', '00112233445566778899aabbccddeeff', timestamptz '2025-11-24T09:00:00Z', null, null);
