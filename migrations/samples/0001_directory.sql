-- Rows as they may stand just after 0001_directory: two municipalities that must not meet, and every kind of null.

insert into directory_municipality
  (municipality_id, name, slug, theme, fiction, area_year, fresh_days, stale_days, hide_days, residents, version, changed_at)
values
  (9901, 'Oosterwaard', 'oosterwaard', 'oosterwaard', true, 2026, 180, 365, 450, 61200, 3, timestamptz '2025-11-25T14:00:00Z'),
  (9902, '’s-Zilverdam', 'zilverdam', 'zilverdam', true, null, 90, 90, 90, null, 1, timestamptz '2025-11-25T14:00:00.000001Z');

insert into directory_source (municipality_id, id, name, licence, web, dated, imported_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000001', 'Gidslijst van het buurthuis', 'CC BY 4.0', 'https://lijst.voorbeeld', date '2025-10-01', timestamptz '2025-11-01T09:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000002', 'Kaart', 'CC0 1.0', null, null, timestamptz '2025-11-01T09:00:00Z'),
  (9902, uuid '019aa000-0000-7000-8000-000000000001', 'Gidslijst van het buurthuis', 'CC BY 4.0', null, null, timestamptz '2025-11-01T09:00:00Z');

insert into directory_area
  (municipality_id, code, year, kind, name, parent_code, shape, west, south, east, north, residents, residents_65_plus,
   residents_under_15, households, household_size, density, figures_year, source_id, figures_source_id, changed_at)
values
  (9901, 'WK990101', 2026, 'district', 'De Boogerd', null,
   '{"type":"Polygon","coordinates":[[[5.32,52.61],[5.35,52.61],[5.35,52.64],[5.32,52.64],[5.32,52.61]]]}',
   5.32, 52.61, 5.35, 52.64, 21400, 2980, 4410, 9800, 2.2, 6100, 2025,
   uuid '019aa000-0000-7000-8000-000000000002', uuid '019aa000-0000-7000-8000-000000000002', timestamptz '2025-11-01T09:00:00Z'),
  (9901, 'BU99010101', 2026, 'neighbourhood', 'Boogerd-Oost', 'WK990101', null,
   null, null, null, null, null, null, null, null, null, null, null, null, null, timestamptz '2025-11-01T09:00:00Z'),
  (9901, 'WK990101', 2025, 'district', 'De Boogerd', null, null,
   null, null, null, null, null, null, null, null, null, null, null, null, null, timestamptz '2024-11-01T09:00:00Z'),
  (9902, 'WK990201', 2026, 'district', 'Centrum', null, null,
   null, null, null, null, null, null, null, null, null, null, null, null, null, timestamptz '2025-11-01T09:00:00Z');

insert into directory_scenery (municipality_id, id, kind, shape)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000071', 'water', '{"type":"LineString","coordinates":[[5.32,52.61],[5.35,52.62]]}');

insert into directory_party
  (municipality_id, id, sphere, name, name_key, summary, call_for, not_for, languages, best_way, lived_experience,
   works_gladly, capacity, capacity_note, role_name, role_phone, role_email, website, serves_all, source_id, source_key,
   source_digest, source_dropped_at, confirmed_at, confirmed_by, created_at, changed_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000011', 'informal', 'Moedercentrum De Linde', 'moedercentrum de linde',
   'Vrouwen uit de buurt helpen elkaar.', 'Brieven lezen
Meegaan naar school', 'Geld beheren', 'nl tr ar', 'Bel tussen 10.00 en 15.00 uur.', 'Wij zijn zelf moeders uit de wijk.',
   'Vertel ons hoe het afliep.', 'open', '', 'Aanspreekpunt', '088 000 01 23', 'linde@oosterwaard.voorbeeld', '',
   false, uuid '019aa000-0000-7000-8000-000000000001', 'linde-1', bytea '\x00ff10', null,
   timestamptz '2025-11-05T10:00:00Z', 'de coördinator', timestamptz '2025-01-01T00:00:00Z', timestamptz '2025-11-05T10:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000012', 'formal', 'Wijkteam ’t Havenhoofd', 'wijkteam t havenhoofd',
   'Team van de gemeente.', '', '', '', '', '', '', 'unknown', '', '', '', '', '', true, null, null, null, null, null, null,
   timestamptz '2025-01-01T00:00:00Z', timestamptz '2025-01-01T00:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000013', 'informal', 'Opvang De Luwte', 'opvang de luwte',
   'Een plek waarvan het adres geheim is.', '', '', 'nl', '', '', '', 'closed', '', '', '', '', '', true,
   uuid '019aa000-0000-7000-8000-000000000001', 'luwte', null, timestamptz '2025-11-10T00:00:00Z', null, null,
   timestamptz '2025-01-01T00:00:00Z', timestamptz '2025-11-10T00:00:00Z'),
  (9902, uuid '019aa000-0000-7000-8000-000000000011', 'formal', 'Welzijn Zilverdam', 'welzijn zilverdam',
   'Zelfde nummer, andere gemeente.', '', '', 'nl', '', '', '', 'few', '', '', '', '', '', true, null, null, null, null,
   null, null, timestamptz '2025-01-01T00:00:00Z', timestamptz '2025-01-01T00:00:00Z');

insert into directory_party_area (municipality_id, party_id, area_code, area_year)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000011', 'WK990101', 2026),
  (9901, uuid '019aa000-0000-7000-8000-000000000011', 'BU99010101', 2026);

insert into directory_place
  (municipality_id, id, party_id, name, street, house_number, postcode, town, access, lon, lat, area_code, area_year,
   confidential, source_key, changed_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000021', uuid '019aa000-0000-7000-8000-000000000011', 'Gebouw De Linde',
   'Lindeplein', '4', '9927 AB', 'Oosterwaard', 'Geen drempel.', 5.3312, 52.6231, 'BU99010101', 2026, false, 'linde-1-plek',
   timestamptz '2025-11-05T10:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000022', uuid '019aa000-0000-7000-8000-000000000013', '', '', '', '', '', '',
   null, null, null, null, true, null, timestamptz '2025-11-05T10:00:00Z');

insert into directory_contact
  (municipality_id, id, party_id, role, name, name_consent_at, photo, photo_consent_at, note, languages, phone, email, changed_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000031', uuid '019aa000-0000-7000-8000-000000000011', 'coördinator',
   'Fatma Yıldız', timestamptz '2025-02-01T12:00:00Z', bytea '\xffd8ffe0', timestamptz '2025-02-01T12:00:00Z', '',
   'nl tr', '085 000 01 01', '', timestamptz '2025-02-01T12:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000032', uuid '019aa000-0000-7000-8000-000000000011', 'gids',
   null, null, null, null, 'Zonder naam: die wilde zij niet geven.', 'ar', '', '', timestamptz '2025-02-01T12:00:00Z');

insert into directory_offer
  (municipality_id, id, party_id, name, name_key, summary, does, does_not, for_whom, themes, languages, way, opening,
   opening_note, cost, capacity, source_id, source_key, source_digest, source_dropped_at, confirmed_at, confirmed_by,
   created_at, changed_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000041', uuid '019aa000-0000-7000-8000-000000000011', 'Samen brieven lezen',
   'samen brieven lezen', 'Neem uw post mee.', 'Uitleggen wat er in een brief staat', 'Inloggen met uw wachtwoord',
   'Voor iedereen', 'papieren taal', 'nl tr ar', 'walk-in', '', 'Niet in de zomer', '', 'open',
   uuid '019aa000-0000-7000-8000-000000000001', 'linde-brieven', bytea '\x01', null, null, null,
   timestamptz '2025-01-01T00:00:00Z', timestamptz '2025-01-01T00:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000042', uuid '019aa000-0000-7000-8000-000000000011', 'Koffie', 'koffie', '',
   '', '', '', '', '', 'unknown', '', '', '', 'unknown', null, null, null, null, timestamptz '2025-11-05T10:00:00Z',
   'de coördinator', timestamptz '2025-01-01T00:00:00Z', timestamptz '2025-11-05T10:00:00Z');

insert into directory_offer_place (municipality_id, offer_id, place_id)
values (9901, uuid '019aa000-0000-7000-8000-000000000041', uuid '019aa000-0000-7000-8000-000000000021');

insert into directory_do_not_list (municipality_id, id, name_key, postcode, source_name, source_key, asked_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000051', 'stichting liever niet', '9927 AB', '', '', timestamptz '2025-06-01T08:00:00Z');

insert into directory_import
  (municipality_id, id, source_id, source_name, licence, format, settings, state, added, changed, same, gone, kept,
   left_out, refused, created_at, applied_at)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000061', uuid '019aa000-0000-7000-8000-000000000001',
   'Gidslijst van het buurthuis', 'CC BY 4.0', 'csv', '', 'applied', 2, 0, 0, 0, 0, 1, 1,
   timestamptz '2025-11-01T08:59:00Z', timestamptz '2025-11-01T09:00:00Z'),
  (9901, uuid '019aa000-0000-7000-8000-000000000062', null, 'Nieuwe lijst', '', 'csv', '', 'staged', 0, 0, 0, 0, 0, 0, 0,
   timestamptz '2025-11-25T13:59:00Z', null);

insert into directory_import_part (municipality_id, import_id, part, bytes)
values (9901, uuid '019aa000-0000-7000-8000-000000000062', 0, bytea '\x6e61616d0a');

insert into directory_import_line (municipality_id, import_id, seq, outcome, file, line, source_key, reason, detail)
values
  (9901, uuid '019aa000-0000-7000-8000-000000000061', 1, 'refused', 'lijst.csv', 7, '', 'no-name', ''),
  (9901, uuid '019aa000-0000-7000-8000-000000000061', 2, 'left_out', 'lijst.csv', 9, 'x-9', 'do-not-list', ''),
  (9901, uuid '019aa000-0000-7000-8000-000000000061', 3, 'noted', 'lijst.csv', 0, '', 'encoding', 'windows-1252');
