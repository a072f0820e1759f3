-- A question that somebody did not send yet.
insert into asks_draft (municipality_id, id, person_id, party_id, place, text, at)
values (9901, uuid '019aa000-0000-7000-8000-000000000f01', uuid '019aa000-0000-7000-8000-0000000000a1', uuid '019aa000-0000-7000-8000-000000000011', 'vraag:buurt', 'Wie kan er meekijken met', timestamptz '2025-11-25T13:00:00Z');
