-- When it was last shown who somebody is: keys and accounts can be changed shortly after that, and not later.
alter table people_session add column proved_at timestamptz;
