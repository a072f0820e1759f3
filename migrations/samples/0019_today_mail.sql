-- Somebody who is mailed on working days, and next door somebody who did not confirm yet.
insert into today_mail (municipality_id, token_hash, link, person_id, address, language, from_hour, until_hour, weekend, asked_at, confirmed_at, sent_day, sent_at, refused)
select 9901, bytea '\xaa01', 'aa01', id, 'gids@voorbeeld.nl', 'nl', 9, 18, false, timestamptz '2025-11-20T09:00:00Z', timestamptz '2025-11-20T09:05:00Z', date '2025-11-25', timestamptz '2025-11-25T09:00:00Z', false
from people_person where municipality_id = 9901 and id = uuid '019aa000-0000-7000-8000-0000000000a1';
insert into today_mail (municipality_id, token_hash, link, person_id, address, language, from_hour, until_hour, weekend, asked_at, confirmed_at, sent_day, sent_at, refused)
select 9902, bytea '\xaa01', 'aa01', id, 'iemand@voorbeeld.nl', 'ar', 0, 24, true, timestamptz '2025-11-25T12:30:00Z', null, null, null, false
from people_person where municipality_id = 9902 and id = uuid '019aa000-0000-7000-8000-0000000000a1';
