-- Both parties say that they sat together: what was asked became a meeting. The day of it, and nothing of what was said.
alter table contacts_contact add column met_on date;
