-- The manager's invitation went by mail.
update people_invitation set mailed_to = bytea '\x61' where municipality_id = 9901 and token_hash = bytea '\x02';
