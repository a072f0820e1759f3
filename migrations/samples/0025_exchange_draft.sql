-- Beside the question that somebody did not send yet, an answer to a handover.
insert into exchange_draft (municipality_id, id, person_id, party_id, place, text, at)
values (9901, uuid '019aa000-0000-7000-8000-000000000f02', uuid '019aa000-0000-7000-8000-0000000000a2', uuid '019aa000-0000-7000-8000-000000000011', 'overdracht:019aa000-0000-7000-8000-0000000000f2:look-back', 'Fijn dat u', timestamptz '2025-11-25T13:00:00Z');
