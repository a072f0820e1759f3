-- Somebody who is away at the provider, one who came back, and one next door who never did.
insert into provider_pending (municipality_id, state_hash, browser_hash, issuer, return_to, made_at, used_at)
values
  (9901, bytea '\x2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7', 'https://inloggen.oosterwaard.example', '/vandaag?dag=2025-11-25', timestamptz '2025-11-25T13:59:00Z', null),
  (9901, bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7', bytea '\x2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', 'https://inloggen.oosterwaard.example', '', timestamptz '2025-11-25T13:50:00.000001Z', timestamptz '2025-11-25T13:51:30Z'),
  (9902, bytea '\x2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9825', bytea '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a8', 'https://inloggen.buitendijk.example', '/', timestamptz '2025-11-24T09:00:00Z', null);
