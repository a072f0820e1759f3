-- A coordinator who showed a key again, an hour after coming in with it.
update people_session set proved_at = timestamptz '2025-11-25T13:58:00Z' where municipality_id = 9901 and token_hash = bytea '\x11';
