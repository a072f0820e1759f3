-- A theme with another name, one that went into another, one of the municipality's own, and the same key next door.

insert into directory_theme
  (municipality_id, key, parent_key, name_nl, name_en, name_ar, about, place, hidden, into_key, changed_at)
values
  (9901, 'geld', null, 'Geldzaken', 'Money matters', '', '', 2, false, null, timestamptz '2025-11-25T14:00:00Z'),
  (9901, 'energie', null, '', '', '', '', null, false, 'wonen', timestamptz '2025-11-25T14:00:00Z'),
  (9901, 'veer', 'zorg', 'Met het veer', '', '', 'De pont over de Waard.', null, true, null, timestamptz '2025-11-25T14:00:00Z'),
  (9902, 'geld', null, '', '', '', '', 1, false, null, timestamptz '2025-11-25T14:00:00.000001Z');
