// Which pages there are: the table of routes says so, and a walk along the links finds one of each.
import { JORIS, partyPath } from './hands.mjs';
import { addresses } from './mail.mjs';
import { expect } from './runner.mjs';

/// Addresses with a state of their own that no link leads to.
const STATES = [
  ['wie-papieren-turks', '/wie?thema=papieren&spreekt=tr'],
  ['wie-niets-gevonden', '/zoek?q=zzzzzz'],
  ['wie-bladzijde-2', '/wie?pagina=2'],
  ['partij-aanmelden-bedankt', '/partij/aanmelden?gedaan=gevraagd'],
  ['niet-gevonden', '/bestaat-niet'],
  ['aanmelden-zonder-gemeente', '/aanmelden/account'],
];

/// Pages that say more to one than to another, or about whom their address names: in whose hands each is looked at.
async function inHands(house) {
  const team = (await partyPath(house, JORIS.party)).split('/').pop();
  return [
    ['vandaag', '/vandaag', 'coordinator'],
    ['vandaag-gemeente', '/vandaag', 'manager'],
    ['vraag-nieuw', `/vraag/nieuw?aan=${team}`, 'coordinator'],
    ['overdracht-nieuw', `/overdracht/nieuw?aan=${team}`, 'coordinator'],
  ];
}

export async function routeTable(house) {
  const answer = await fetch(`${house.base}/openapi.json`);
  expect(answer.ok, `/openapi.json answers ${answer.status}`);
  const { paths } = await answer.json();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({ path, method, who: told['x-who'], object: told['x-object'] })));
}

/// Routes that are pictures; the demo's people have none.
const PICTURES = ['/foto/{contact}', '/beheer/partij/{party}/mens/{id}/foto'];

/// Routes for programs: the open interface, files, and what the script asks while somebody types. Other tests walk these.
const FOR_PROGRAMS = /^\/hsds|^\/open\/|\/suggesties$|^\/vandaag\/levend$/;

/// The way to an account of a municipality's own and back, in this order. No link leads there in a demo without such a sign-in;
/// the stories of `away.mjs` walk it, and the last of them fails for an address here that nobody came by.
export const AWAY = ['/aanmelden/account', '/aanmelden/gemeente/terug', '/aanmelden/account/klaar'];

function matcher(path) {
  const pattern = path.split('/').map((part) => (part.startsWith('{') ? '[^/]+' : part.replace(/[.]/g, '\\.'))).join('/');
  return new RegExp(`^${pattern}$`);
}

export function cookiesOf(states) {
  const line = ({ cookies }) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return Object.fromEntries(Object.entries(states).map(([as, state]) => [as, line(state)]));
}

/// An invitation somebody could open: no link on a page leads to it, only a code on a screen.
async function invitation(house, cookie) {
  const page = async (path) => (await fetch(house.base + path, { headers: { cookie } })).text();
  const own = (await page('/ik')).match(/href="(\/beheer\/partij\/[0-9a-f-]{36}\/mensen)"/)[1];
  const form = await page(own);
  const hidden = (name) => form.match(new RegExp(`name="${name}" value="([^"]+)"`))[1];
  const body = new URLSearchParams({ csrf: hidden('csrf'), token: hidden('token'), role: 'volunteer', how: 'here' });
  const answer = await fetch(`${house.base}${own}/uitnodigen`, { method: 'POST', headers: { cookie, origin: house.base }, body });
  expect(answer.ok, `an invitation is answered with ${answer.status}`);
  return `/uitnodiging/${hidden('token')}`;
}

async function walk(house, routes, found, as, cookie, waiting) {
  const seen = new Set();
  while (waiting.length > 0 && seen.size < 900) {
    const path = waiting.shift();
    const plain = path.split('?')[0];
    if (seen.has(plain)) continue;
    seen.add(plain);
    const route = routes.find((one) => one.path === plain) ?? routes.find((one) => matcher(one.path).test(plain));
    // Two of a kind are enough to look at; more are only walked while a kind is still missing.
    const known = route ? found.get(route.path) : [];
    const missing = [...found.values()].some((examples) => examples.length === 0);
    if (known.length >= 2 && !missing) continue;
    if (known.length >= 12) continue;
    const answer = await fetch(house.base + path, { headers: { cookie }, redirect: 'manual' });
    const kind = answer.headers.get('content-type') ?? '';
    const text = await answer.text();
    if (route && answer.status < 400) known.push({ path: plain, html: kind.startsWith('text/html'), as });
    for (const [, href] of text.matchAll(/href="([^"]+)"/g)) {
      const target = href.replaceAll('&amp;', '&');
      if (target.startsWith('/') && !target.startsWith('//') && !target.startsWith('/_/')) waiting.push(target);
    }
  }
}

/// Every page once or twice, as `{ name, path, who, as }`; and the routes no link leads to. Each of the signed in walks it all.
export async function collect(house, states) {
  const routes = (await routeTable(house)).filter((route) => route.method === 'get');
  const found = new Map(routes.map((route) => [route.path, []]));
  const cookies = cookiesOf(states);
  // What is for machines, and what is typed rather than clicked.
  const typed = ['/stijl', '/gezond', '/openapi.json', '/robots.txt', '/favicon.ico', '/favicon.svg', ...addresses(house)];
  for (const [as, cookie] of Object.entries(cookies)) await walk(house, routes, found, as, cookie, ['/', '/zoek', ...typed]);
  await walk(house, routes, found, 'stranger', '', ['/aanmelden', await invitation(house, cookies.coordinator)]);
  const pages = [];
  const lost = [];
  for (const route of routes) {
    const examples = found.get(route.path);
    if (examples.length === 0 && !PICTURES.includes(route.path) && !FOR_PROGRAMS.test(route.path) && !AWAY.includes(route.path)) lost.push(route.path);
    const stem = route.path.replace(/^\//, '').replaceAll(/[{}]/g, '').replaceAll('/', '-') || 'start';
    examples.filter((example) => example.html).slice(0, 2).forEach((example, index) =>
      pages.push({ name: index ? `${stem}-${index + 1}` : stem, path: example.path, who: route.who, as: example.as, second: index > 0 }));
  }
  const held = await inHands(house);
  const once = pages.filter(({ path }) => !held.some(([, address]) => address.split('?')[0] === path));
  once.push(...held.map(([name, path, as]) => ({ name, path, who: 'known', as })));
  once.push(...STATES.map(([name, path]) => ({ name, path, who: 'anyone' })));
  return { pages: once, lost };
}
