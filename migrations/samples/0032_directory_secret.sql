-- A source brought the secret place.
update directory_place set source_key = 'confidential'
where municipality_id = 9901 and id = uuid '019aa000-0000-7000-8000-000000000022';
