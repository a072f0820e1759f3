-- The key of a secret place can be its address: of such a place only is kept that a source brought it.
update directory_import_line set source_key = '', detail = ''
where exists (select 1 from directory_place place where place.municipality_id = directory_import_line.municipality_id
  and place.confidential and place.source_key = directory_import_line.source_key);
update directory_import_line set source_key = '' where reason = 'confidential';
update directory_place set source_key = 'confidential' where confidential and source_key is not null;
