-- Until when terms passed by this clock: a gap counts once, and walks on from there.
alter table retention_clock add column passed_at timestamptz;
