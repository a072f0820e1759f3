-- The trail can be read by whom it concerns and shortened at a closed day: indexes for each way of asking, and where a chain begins now.

create index audit_line_person on audit_line (municipality_id, person_id, sequence);
create index audit_line_object on audit_line (municipality_id, object, object_id, sequence);

-- Up to which closed day the lines were deleted, signed; no row while all of them are there.
create table audit_cut (
  municipality_id integer not null,
  day date not null,
  lines bigint not null,
  root bytea not null,
  cut_at timestamptz not null,
  signature bytea not null,
  public_key bytea not null,
  primary key (municipality_id)
);
