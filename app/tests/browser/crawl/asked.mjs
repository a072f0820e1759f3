// What each asks for that others had: all of it again, some of it under one's own address, and every kind of id everywhere.
import { isId } from './page.mjs';
import { buttonOf, slots } from './replay.mjs';
import { isNew } from './walk.mjs';

/// No persons: what a form says of oneself, of nobody by an id, is nothing of theirs.
const OUTSIDE = ['stranger', 'operator'];

/// What the policies allow though no page of the demo leads there, and by which of them. It is not sent: it would be done.
export const WITHOUT_LINK = [
  { who: 'manager', route: '/beheer/partij/{party}/mensen/uitnodigen', policy: 'manager-invites' },
  { who: 'manager', route: '/beheer/partij/{party}/mensen/uitnodiging/{invitation}/weg', policy: 'manager-invites' },
  ...['mail', 'verberg', 'toon'].map((what) => ({ who: 'manager', route: `/beheer/veroudering/{party}/${what}`, policy: 'manager-keeps-map' })),
];

const withoutLink = (who, route) => WITHOUT_LINK.some((one) => one.who === who.name && one.route === route.path);

/// A form with its fields typed in is sent so many times a kind; as it was drawn, each is sent.
const MOST_FILLED = 2;

/// Of more than so many of a kind each asks for some, and all of them together for every one; `CRAWL=whole` asks for all.
const MOST_OF_A_KIND = process.env.CRAWL === 'whole' ? Infinity : 24;

/// What a field or another address calls a thing.
const ALSO = {
  id: 'aanbod', places: 'locatie', na: 'vraag', membership: 'mensen', wie: 'mensen',
  aan: 'partij', stays: 'partij', gone: 'partij', one: 'partij', other: 'partij', veroudering: 'partij',
};

const routeOf = (find, { method, path }) => find(method.toLowerCase(), path.split('?')[0]).route;

const requests = ({ pages, forms }) => [...pages, ...forms];

/// Of all that the others had, what this one did not meet: pages and forms.
export function foreign({ walks, open, find }, mine) {
  // To name what everybody can see is a choice that this one has as well.
  const choice = ({ key }) => key.split(' ').filter((part) => !open.has(part.split('=')[1])).join(' ');
  const met = new Set(requests(mine).map(([, request]) => choice(request)));
  const strange = new Map(walks.flatMap(requests).filter(([, request]) => !met.has(choice(request)) && !own(find, mine, request)));
  const byKind = new Map();
  for (const request of strange.values()) {
    const kind = `${request.method} ${routeOf(find, request).path} ${buttonOf(request)}`;
    byKind.set(kind, [...(byKind.get(kind) ?? []), request]);
  }
  const turn = walks.indexOf(mine);
  return [...byKind.values()].flatMap((all) => {
    const step = Math.max(1, Math.ceil(all.length / MOST_OF_A_KIND));
    const some = all.filter((_, at) => at % step === turn % step);
    const typed = some.filter((request) => request.typed?.size > 0).slice(0, MOST_FILLED);
    return [...some.map((request) => ({ request, filled: false })), ...typed.map((request) => ({ request, filled: true }))];
  });
}

/// Allowed, and about oneself: it would be done.
function own(find, { who, forms, reached }, request) {
  const route = routeOf(find, request);
  if (withoutLink(who, route)) return true;
  if (request.method !== 'POST' || OUTSIDE.includes(who.name)) return false;
  const told = slots(find, request).all;
  // Everybody may end the own places: the one the demo gave, and those one can choose among.
  const places = new Set([...forms.values()].filter(({ path }) => path === '/ik/als').flatMap(({ fields }) => fields.map(([, value]) => value)));
  if (route.path.endsWith('/{membership}/weg')) return who.place === told.at(-1).value || places.has(told.at(-1).value);
  const myself = route.object === 'person' || (route.object === 'own party' && reached.has('get /vraag/nieuw'));
  return myself && told.length === 0;
}

/// What kind of thing an id is of: what stands before it in an address, or the name of its field.
function kindOf(request, slot) {
  const parts = request.path.split('?')[0].split('/');
  const called = slot.where === 'path' ? parts[parts.indexOf(slot.value) - 1] : slot.name;
  return ALSO[called] ?? called;
}

/// Ids of each kind behind the door, with who had them and on which page.
export function kinds({ walks, find }) {
  const since = walks[0].since;
  const found = new Map();
  for (const walk of walks) {
    for (const [, request] of requests(walk)) {
      for (const slot of slots(find, request).all) {
        if (!isId(slot.value) || isNew(slot.value, since)) continue;
        const kind = kindOf(request, slot);
        if (!found.has(kind)) found.set(kind, new Map());
        const had = found.get(kind);
        if (!had.has(slot.value)) had.set(slot.value, new Set());
        had.get(slot.value).add(walk.who.name);
      }
    }
  }
  return found;
}

/// Ids that this one did not have: some of the same kind, and where nothing new is made as drawn one of each other kind.
function others(all, mine, had, same, open, { choice, only }) {
  return [...all].filter(([kind]) => kind === same || !only).flatMap(([kind, things]) => {
    const strange = [...things].filter(([id, by]) => !by.has(mine.who.name) && !had.has(id)).map(([id]) => id);
    // What not everybody can see, and beside it something that everybody can; not where one chooses among that.
    const hidden = strange.filter((id) => !open.has(id) && !mine.ids.has(id)).slice(0, kind === same ? 2 : 1);
    return kind === same && !choice ? [...hidden, ...strange.filter((id) => open.has(id)).slice(0, 1)] : hidden;
  });
}

/// One's own pages and forms, with something of another's in one place of each.
export function strayed({ walks, open, find }, mine, all) {
  const had = new Set(requests(mine).flatMap(([, request]) => slots(find, request).all.map(({ value }) => value)));
  const done = new Set();
  const asked = [];
  for (const [, request] of requests(mine)) {
    for (const filled of request.typed?.size > 0 ? [false, true] : [false]) {
      for (const slot of slots(find, request, filled).all.filter(({ value }) => isId(value))) {
        // A form for something new beside one for what is there.
        const place = `${request.method} ${routeOf(find, request).path} ${slot.where} ${slot.name} ${filled} ${buttonOf(request)} ${isNew(slot.value, mine.since)}`;
        if (done.has(place)) continue;
        done.add(place);
        if (withoutLink(mine.who, routeOf(find, request)) && slot.name === 'party') continue;
        const choice = slot.where !== 'path' && open.has(slot.value);
        const strange = new Set(others(all, mine, had, kindOf(request, slot), open, { choice, only: filled || isNew(slot.value, mine.since) }));
        asked.push(...[...strange].map((id) => ({ request, slot, id, filled })));
      }
    }
  }
  return { asked, pages: victims(walks, mine, new Set(asked.map(({ id }) => id))) };
}

/// Pages of others about these things.
function victims(walks, mine, ids) {
  const about = ({ path }) => [...ids].some((id) => path.includes(id));
  return walks.filter((walk) => walk !== mine).flatMap(({ who, pages }) => [...pages].filter(([key, page]) => about(page) && !mine.pages.has(key)).map(([, { path }]) => ({ who, path })));
}

/// Every address that is about one thing, for a few things of each kind that neither everybody nor this one sees.
export function everywhere({ open, routes }, mine, all) {
  const single = routes.filter(({ method, path }) => method === 'get' && path.split('{').length === 2 && !/\{\*|\{(token|name|code|key)\}/.test(path));
  const things = new Set([...all.values()].flatMap((had) => [...had.keys()].filter((id) => id.length === 36 && !open.has(id) && !mine.ids.has(id)).slice(0, 5)));
  return single.flatMap(({ path }) => [...things].map((id) => ({ method: 'GET', path: path.replace(/\{[a-z]+\}/, id), by: 'everybody' })));
}
