-- Who was asked and takes the own number out of a contact stays out of it, whatever is written down later.
-- Who it was is not kept: only that it was so.
alter table contacts_contact add column to_erased boolean not null default false;
