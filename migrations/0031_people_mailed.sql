-- That a letter with an invitation went, and to which address: a digest under the link's own secret, which is kept nowhere.
alter table people_invitation add column mailed_to bytea;
