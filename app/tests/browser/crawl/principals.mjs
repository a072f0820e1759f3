// A house that is lived in, and everybody who comes into it: whoever the demo's door lets in, the operator, a newcomer, a stranger.
import { OPERATOR, startHouse } from '../house.mjs';
import { letters } from '../mail.mjs';
import { expect } from '../runner.mjs';
import { forms } from './page.mjs';

/// So many forms in a minute, nobody sends; only the limits are not what is looked at here.
const OFTEN = Object.fromEntries(['FORMS_ACCOUNT', 'FORMS_ADDRESS', 'FORMS_ALL', 'SEARCHES_ACCOUNT', 'SEARCHES_ADDRESS', 'SEARCHES_ALL']
  .map((which) => [`SAMENSPEL_LIMIT_${which}`, '1000000']));

export async function livedIn() {
  const house = await startHouse(OFTEN);
  try {
    const everybody = await signIn(house);
    await settle(house, everybody);
    everybody.push(await newcomer(house, everybody));
    return { house, everybody, parties: await parties(house, everybody) };
  } catch (error) {
    await house.stop();
    throw error;
  }
}

const cookiesOf = (answer) => answer.headers.getSetCookie().map((line) => line.split(';')[0]).filter((one) => !one.endsWith('=')).join('; ');

async function page(house, { cookie }, path) {
  return (await fetch(house.base + path, { headers: { cookie } })).text();
}

export async function send(house, { cookie }, path, body) {
  return fetch(house.base + path, { method: 'POST', headers: { cookie, origin: house.base }, body, redirect: 'manual' });
}

/// Fills in a form of a page and sends it: the first one that goes to this address.
async function fill(house, who, at, to, typed = {}) {
  const form = forms(await page(house, who, at)).find((one) => one.method === 'post' && to.test(one.action));
  expect(form, `${at} has no form to ${to} for ${who.name}`);
  const body = form.file ? new FormData() : new URLSearchParams();
  const all = new Map([...form.fields, ...Object.entries(typed)]);
  for (const [name, value] of all) if (value !== null) body.append(name, value);
  const answer = await send(house, who, form.action, body);
  expect(answer.status < 400, `${form.action} answers ${answer.status} to ${who.name}`);
  return { answer, form };
}

async function proof(house, who) {
  const found = (await page(house, who, who.name === 'operator' ? '/beheer' : '/ik')).match(/name="csrf" value="([^"]+)"/);
  expect(found, `${who.name} has no proof for forms`);
  return found[1];
}

const stranger = { name: 'stranger', cookie: '', csrf: '' };

async function enter(house, key) {
  const who = { name: key, cookie: cookiesOf(await send(house, stranger, '/aanmelden/demo', new URLSearchParams({ key }))) };
  return { ...who, csrf: await proof(house, who) };
}

async function signIn(house) {
  const keys = [...(await page(house, stranger, '/aanmelden')).matchAll(/name="key" value="([a-z-]+)"/g)].map(([, key]) => key);
  expect(keys.length >= 8, `the door lets in only ${keys}`);
  const everybody = [stranger];
  // What each belongs to by, in the order of the door.
  for (const [at, key] of keys.entries()) everybody.push({ ...(await enter(house, key)), place: `01930000-0000-7000-8000-00000002${String(at).padStart(4, '0')}` });
  const operator = { name: 'operator', cookie: cookiesOf(await send(house, stranger, '/beheer/aanmelden', new URLSearchParams({ token: OPERATOR }))) };
  return [...everybody, { ...operator, csrf: await proof(house, operator) }];
}

const LIST = JSON.stringify({ organizations: [{ id: 'L-1', name: 'Kantklosclub', description: 'Uit de lijst' }, { id: 'L-2', description: 'Zonder naam' }] });

/// One dot.
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const first = (text, pattern) => {
  const found = text.match(pattern);
  expect(found, `nothing like ${pattern} is there`);
  return found[1];
};

/// What the demo begins without, so that every kind of thing behind the door is there once.
async function settle(house, everybody) {
  const of = (name) => everybody.find((who) => who.name === name);
  const [manager, coordinator] = ['manager', 'coordinator'].map(of);
  await fill(house, manager, '/beheer/import', /^\/beheer\/import$/, { source: 'Lijst', licence: 'CC0 1.0', file: new File([LIST], 'lijst.json'), sphere: 'informal' });
  await fill(house, manager, '/beheer/veroudering/dagen/WK990103', /\/dagen\/WK990103$/);
  await fill(house, manager, '/beheer/termijnen/BU99010102', /^\/beheer\/termijnen\/BU/);
  await fill(house, coordinator, await people(house, coordinator), /uitnodigen$/, { role: 'volunteer', how: 'here' });
  await fill(house, manager, '/beheer/mensen', /uitnodigen$/, { role: 'manager', how: 'here' });
  for (const letter of letters(house).slice(0, 2)) await fill(house, stranger, letter.weg, /\/weg$/);
  await fill(house, manager, '/beheer/veroudering', /\/verberg$/);
  await photo(house, of('professional'));
  // A handover that is done: who gave may stay along for a while, or let go.
  const [giver, receiver] = [of('guide'), of('community-worker')];
  const at = first(await page(house, giver, '/overdrachten'), /href="(\/overdracht\/[0-9a-f-]{36})"/);
  await fill(house, giver, at, /\/stap$/, { stap: 'sat-together' });
  await fill(house, receiver, at, /\/stap$/, { stap: 'confirm' });
  await another(house, coordinator, of('key-figure'));
  await recovery(house, coordinator, 'Ferdi');
  await enter(house, coordinator.name);
  await fill(house, coordinator, '/ik/mail', /^\/ik\/mail$/, { adres: 'wilma@oosterwaard.voorbeeld' });
  await draft(house, coordinator, '/vraag/nieuw');
  await draft(house, of('professional'), await undecided(house, of('professional')));
}

/// What somebody types is kept before it is sent.
async function draft(house, who, at) {
  const html = await page(house, who, at);
  const [keptAt, plek] = ['concept', 'plek'].map((what) => first(html, new RegExp(`data-${what}="([^"]+)"`)));
  const { status } = await send(house, who, keptAt, new URLSearchParams({ csrf: who.csrf, plek, tekst: 'Wie leest er mee?' }));
  expect(status === 204, `a draft at ${keptAt} is answered with ${status}`);
}

/// A handover on which this one can say something now.
async function undecided(house, who) {
  const list = await page(house, who, '/overdrachten');
  for (const [, path] of list.matchAll(/href="(\/overdracht\/[0-9a-f-]{36})"/g)) {
    if ((await page(house, who, path)).includes('data-plek=')) return path;
  }
  throw new Error(`${who.name} has no handover to say something on`);
}

/// The people of one's own party.
async function people(house, who) {
  return first(await page(house, who, '/ik'), /href="(\/beheer\/partij\/[0-9a-f-]{36}\/mensen)"/);
}

/// Where each of their parties is on the map: that page says what one can do with it.
async function parties(house, everybody) {
  const own = await Promise.all(everybody.map((who) => page(house, who, '/ik')));
  return [...new Set(own.flatMap((text) => [...text.matchAll(/"\/beheer(\/partij\/[0-9a-f-]{36})"/g)].map(([, path]) => path)))];
}

async function photo(house, who) {
  const party = (await people(house, who)).replace(/\/mensen$/, '');
  const one = first(await page(house, who, party), /href="(\/beheer\/partij\/[0-9a-f-]{36}\/mens\/[0-9a-f-]{36})"/);
  await fill(house, who, one, /\/foto$/, { consent: 'ja', file: new File([PICTURE], 'foto.png') });
}

async function invite(house, by, role) {
  const { form } = await fill(house, by, await people(house, by), /uitnodigen$/, { role, how: 'here' });
  return `/uitnodiging/${new Map(form.fields).get('token')}`;
}

/// Somebody who is in already gets a second place.
async function another(house, by, who) {
  const at = await invite(house, by, 'volunteer');
  const { answer } = await fill(house, who, at, /uitnodiging\/[^/]+$/);
  await fill(house, { ...who, cookie: `${who.cookie}; ${cookiesOf(answer)}` }, at, /\/ja$/);
}

/// Somebody says to have no key any more, and a colleague believes it.
async function recovery(house, by, called) {
  const seeker = { name: 'somebody without a key', cookie: '' };
  seeker.cookie = cookiesOf((await fill(house, seeker, '/terug', /^\/terug$/)).answer);
  const code = first(await page(house, seeker, '/terug'), /<strong>(\d{4} \d{4})<\/strong>/);
  const wie = first(await page(house, by, '/beheer/terug'), new RegExp(`<option value="([0-9a-f-]{36})">${called} `));
  await fill(house, by, '/beheer/terug', /^\/beheer\/terug$/, { wie, code, hoe: 'ja' });
}

/// Somebody who came in by an invitation, and has no key yet.
async function newcomer(house, everybody) {
  const at = await invite(house, everybody.find(({ name }) => name === 'coordinator'), 'guide');
  const opened = { name: 'somebody with an invitation', cookie: '' };
  const { answer } = await fill(house, opened, at, /uitnodiging\/[^/]+$/);
  opened.cookie = cookiesOf(answer);
  const came = await fill(house, opened, at, /\/ja$/, { name: 'Bo' });
  const who = { name: 'newcomer', cookie: cookiesOf(came.answer) };
  return { ...who, csrf: await proof(house, who) };
}
