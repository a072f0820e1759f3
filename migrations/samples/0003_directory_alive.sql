-- Rows as they may stand just after 0003_directory_alive: a request in each state, one who took itself off, and two that became one.

update directory_party set asked_at = timestamptz '2025-11-20T09:00:00Z'
where municipality_id = 9901 and id = uuid '019aa000-0000-7000-8000-000000000012';
update directory_party set put_away_at = timestamptz '2025-11-21T09:00:00Z'
where municipality_id = 9901 and id = uuid '019aa000-0000-7000-8000-000000000013';
update directory_offer set asked_at = timestamptz '2025-11-20T09:00:00Z'
where municipality_id = 9901 and id = uuid '019aa000-0000-7000-8000-000000000041';

insert into directory_request
  (municipality_id, id, party_id, stage, address, token_hash, state, answer, tries, next_at, created_at, sent_at, ended_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000101', uuid '019aa000-0000-7000-8000-000000000011', 'ageing', 'linde@oosterwaard.voorbeeld', bytea '\x01', 'answered', 'right', 1, null, timestamptz '2025-11-04T09:00:00Z', timestamptz '2025-11-04T09:00:00Z', timestamptz '2025-11-05T10:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000102', uuid '019aa000-0000-7000-8000-000000000012', 'stale', '', null, 'no-address', null, 0, null, timestamptz '2025-11-20T09:00:00Z', null, timestamptz '2025-11-20T09:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000103', uuid '019aa000-0000-7000-8000-000000000013', 'hiding', 'luwte@oosterwaard.voorbeeld', bytea '\x02', 'waiting', null, 3, timestamptz '2025-11-25T15:00:00Z', timestamptz '2025-11-25T08:00:00Z', timestamptz '2025-11-25T11:00:00Z', null),
  (9901, uuid '019aa000-0000-7000-8000-000000000104', uuid '019aa000-0000-7000-8000-000000000099', 'stale', 'weg@oosterwaard.voorbeeld', bytea '\x03', 'answered', 'off', 1, null, timestamptz '2025-11-22T09:00:00Z', timestamptz '2025-11-22T09:00:00Z', timestamptz '2025-11-23T09:00:00Z'),
  (9902, uuid '019aa000-0000-7000-8000-000000000101', uuid '019aa000-0000-7000-8000-000000000011', 'ageing', 'zilver@zilverdam.voorbeeld', bytea '\x01', 'sent', null, 1, null, timestamptz '2025-11-24T09:00:00Z', timestamptz '2025-11-24T09:00:00.000001Z', null);

insert into directory_taken_off (municipality_id, party_id, request_id, name, content, taken_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000099', uuid '019aa000-0000-7000-8000-000000000104', 'Eetclub ’t Hoekje', '{}', timestamptz '2025-11-23T09:00:00Z');

insert into directory_merged
  (municipality_id, kind, old_id, new_id, name_key, source_id, source_key, source_digest, merged_at)
values
  (9901, 'party', uuid '019aa000-0000-7000-8000-000000000098', uuid '019aa000-0000-7000-8000-000000000011', 'de linde', uuid '019aa000-0000-7000-8000-000000000001', 'linde-2', bytea '\x04', timestamptz '2025-11-10T09:00:00Z'),
  (9901, 'offer', uuid '019aa000-0000-7000-8000-000000000097', uuid '019aa000-0000-7000-8000-000000000042', 'koffie', null, null, null, timestamptz '2025-11-10T09:00:00Z');

insert into directory_two (municipality_id, one_id, other_id, said_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000011', uuid '019aa000-0000-7000-8000-000000000012', timestamptz '2025-11-11T09:00:00Z');
