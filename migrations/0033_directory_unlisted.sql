-- Digests of the phone, e-mail and website of who asked not to be listed: another list may write the name otherwise.
alter table directory_do_not_list add column contacts text not null default '';
