-- A server that was off for a weekend: nothing was forgotten since, and terms pass on.
update retention_clock set passed_at = timestamptz '2025-11-25T14:00:00Z' where municipality_id = 9901;
