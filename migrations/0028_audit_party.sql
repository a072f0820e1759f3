-- The party a thing hung on when something happened to it: its people read the line also when the thing is gone.
-- It counts in the hash of the lines that have it; those of before have none, and are proven as they were.
alter table audit_line add column party_id uuid;
create index audit_line_party on audit_line (municipality_id, party_id, sequence);
