// Walks the house as one principal, along every link, without sending a form; and remembers pages, forms and ids.
import { hear } from './compare.mjs';
import { SECRETS, forms, idsIn, isId, links } from './page.mjs';

/// Where somebody begins who types an address.
const STARTS = ['/', '/wie', '/ik', '/vandaag', '/vragen', '/overdrachten', '/wederkerigheid', '/beheer', '/controle', '/logboek', '/open'];

/// Pages for everyone are walked whole by a stranger; the others look at a few.
const FEW = 2;

/// A list of pages behind one address: the trail has as many as there were looks.
const MOST_QUERIES = 12;

/// Answers when there is news, and not before: whoever may ask is not asked to wait.
export const WAITS = '/vandaag/levend';

/// Words of a moment in an address: they say what was just done, or in which language.
const PASSING = ['gedaan', 'taal', 'stand', 'sinds'];

export const AT_ONCE = 6;

/// The table of routes, with what each address says by its parts.
export function atlas(routes) {
  const known = routes.map((route) => {
    const parts = route.path.split('/').map((part) => (part.startsWith('{*') ? '(.+)' : part.startsWith('{') ? '([^/]+)' : part.replaceAll('.', '\\.')));
    return { ...route, pattern: new RegExp(`^${parts.join('/')}$`), names: [...route.path.matchAll(/\{\*?([a-z]+)\}/g)].map(([, name]) => name) };
  });
  return (method, path) => {
    const here = known.filter((route) => route.method === method && route.pattern.test(path));
    // What is written out goes before what may be anything, as in the router.
    const route = here.sort((one, other) => one.names.length - other.names.length)[0];
    return route && { route, values: path.match(route.pattern).slice(1) };
  };
}

/// An address as it counts here, and whether it is ours.
export function address(href, at, base) {
  const url = new URL(href, base + at);
  if (url.origin !== base || url.pathname.startsWith('/_/')) return null;
  for (const name of PASSING) url.searchParams.delete(name);
  url.searchParams.sort();
  return url.pathname + url.search;
}

/// Whether an id was drawn after this moment: a form for something new has one, and a new one each time.
export function isNew(id, since) {
  return isId(id) && id.length === 36 && parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= since;
}

/// What makes a request another one: where it goes, and about what.
export function keyOf({ method, path, fields = [] }, since) {
  const named = (value) => (isNew(value, since) ? '«new»' : value);
  const [plain, query = ''] = path.split('?');
  const about = [...new URLSearchParams(query), ...fields].filter(([name, value]) => value && isId(value) && !SECRETS.includes(name));
  return `${method} ${plain.split('/').map(named).join('/')} ${about.map(([name, value]) => `${name}=${named(value)}`).sort().join(' ')}`.trim();
}

export async function walk(house, find, who, more = []) {
  const since = Date.now();
  const seen = new Set();
  const counts = new Map();
  const told = { who, since, pages: new Map(), forms: new Map(), reached: new Set(), ids: new Set(), led: new Map() };
  const no = new Map();
  const begun = [...STARTS, ...more];
  const waiting = [...begun];
  // Remembers on which page somebody was led there first.
  const lead = (to, at) => {
    if (!told.led.has(to)) told.led.set(to, at);
    waiting.push(to);
  };
  const wanted = (path) => {
    const plain = path.split('?')[0];
    const { route } = find('get', plain) ?? {};
    if (seen.has(path)) return false;
    // No address of ours: whoever looks finds nothing, and that is remembered.
    if (!route) return true;
    const kind = route.who === 'anyone' ? route.path : plain;
    const most = route.who !== 'anyone' ? MOST_QUERIES : who.name === 'stranger' ? 400 : FEW;
    if ((counts.get(kind) ?? 0) >= most && !begun.includes(path)) return false;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return true;
  };
  const meet = (path, route) => {
    told.reached.add(`get ${route.path}`);
    const request = { method: 'GET', path, by: who.name, key: keyOf({ method: 'GET', path }, since) };
    if (route.who !== 'anyone' && !told.pages.has(request.key)) told.pages.set(request.key, request);
  };
  const look = async (path) => {
    seen.add(path);
    if (path.startsWith(WAITS)) return meet(path, find('get', WAITS).route);
    const answer = await hear(house.base, who.cookie, { path });
    if (answer.status >= 400) no.set(path, answer.status);
    if (answer.status >= 400) return;
    const { route } = find('get', path.split('?')[0]) ?? {};
    if (!route) return;
    meet(path, route);
    for (const id of idsIn(answer.body)) told.ids.add(id);
    const to = new Map(answer.headers).get('location');
    for (const href of to ? [to] : links(answer.body)) {
      const next = address(href, path, house.base);
      if (next) lead(next, path);
    }
    for (const form of forms(answer.body)) note(form, path);
  };
  const note = (form, at) => {
    const path = address(form.action, at, house.base);
    if (!path) return;
    const found = find(form.method, path.split('?')[0]);
    if (form.method === 'get' && found) {
      const query = new URLSearchParams(form.fields.filter(([, value]) => value));
      lead(address(`${path.split('?')[0]}?${query}`, at, house.base), at);
    }
    if (form.method !== 'post' || !found) return;
    told.reached.add(`post ${found.route.path}`);
    if (found.route.who === 'anyone') return;
    const request = { method: 'POST', path, fields: form.fields, typed: form.typed, file: form.file, by: who.name, at };
    request.key = keyOf(request, since);
    told.forms.set(`${request.key} ${JSON.stringify(form.fields.at(-1) ?? '')}`, request);
  };
  const worker = async () => {
    while (waiting.length > 0) {
      const path = waiting.shift();
      if (wanted(path)) await look(path);
    }
  };
  // Whoever finds nothing to do looks once more when the others are done: they may have found something.
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, worker));
  // What somebody typed may be not for them; where a page leads is for whoever sees that page.
  const dead = [...no].filter(([to]) => told.led.has(to)).map(([to, status]) => ({ at: told.led.get(to), to, status }));
  return { ...told, dead, seen, looked: seen.size };
}
