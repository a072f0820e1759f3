// Everybody walks the house; then each asks for all that the others had, and must hear what is said of what never existed.
import { routeTable } from '../pages.mjs';
import { expect, none, test } from '../runner.mjs';
import { WITHOUT_LINK, everywhere, foreign, kinds, strayed } from './asked.mjs';
import { controls, differences, hear } from './compare.mjs';
import { livedIn, send } from './principals.mjs';
import { Replays, each, seen as read } from './replay.mjs';
import { WAITS, atlas, walk } from './walk.mjs';

/// Routes behind the door that nobody of the demo has a link or form to, and why.
const UNREACHED = {
  'post /ik/account/weg': 'the demo has no sign-in of a municipality',
  'post /ik/sleutel/klaar': 'only a key that is in somebody\'s hand can answer there',
  'post /ik/sleutel/weg': 'nobody of the demo has a key',
};

/// What stands on a page as an address and is none that anybody opens, and why.
const NO_PAGE = {
  '/aanmelden/sleutel': 'the script puts /begin or /klaar behind it, and sends a form there',
  '/ik/sleutel': 'the script puts /begin or /klaar behind it, and sends a form there',
};

/// Pages that change by looking: they say who looked, draw words anew, or wait for news.
const CHANGES = /^\/(vandaag\/levend|ik\/wie-keek|controle|overdracht\/nieuw|overdracht\/[^/]+\/codewoord)(\?|$)/;

/// After all other tests, one after another: each begins where the one before ended.
const ORDER = 20;

/// Fewer links than this, all of them together, would be walks that stopped half-way.
const LEAST_LINKS = 2000;

/// Fewer requests than this would be no crawl of this house.
const LEAST = 2000;

export function crawl() {
  const all = {};
  const told = (sentence, run, order) => test(`crawl: ${sentence}`, run, ORDER + order);

  told('who compares two answers sees each thing in which they differ, and nothing else', () => {
    const wrong = controls().filter(({ differs, found }) => differs !== found.length > 0);
    none(wrong.map(({ what, found }) => `${what}: ${found.join(', ') || 'nothing differs'}`));
  }, 0);

  told('everybody walks the house, and every route behind the door is met by somebody', async () => {
    Object.assign(all, await livedIn());
    all.routes = await routeTable(all.house);
    all.find = atlas(all.routes);
    all.walks = [];
    for (const who of all.everybody) all.walks.push(await walk(all.house, all.find, who, all.parties));
    all.ids = new Set(all.walks.flatMap(({ ids }) => [...ids]));
    all.open = all.walks.find(({ who }) => who.name === 'stranger').ids;
    const sum = (of) => all.walks.reduce((total, one) => total + of(one), 0);
    console.log(`        ${all.everybody.length} principals, ${sum(({ looked }) => looked)} pages looked at, ${sum(({ pages }) => pages.size)} of them behind the door; `
      + `${all.ids.size} ids, ${sum(({ forms }) => forms.size)} forms`);
    const inside = all.routes.filter(({ who }) => who !== 'anyone').map(({ method, path }) => `${method} ${path}`);
    const met = new Set(all.walks.flatMap(({ reached }) => [...reached]));
    none([
      ...inside.filter((route) => !met.has(route) && !(route in UNREACHED)).map((route) => `nobody met ${route}`),
      ...Object.keys(UNREACHED).filter((route) => met.has(route)).map((route) => `${route} was met after all`),
    ]);
  }, 1);

  told('every link on a page leads somewhere for whoever is shown it', async () => {
    const { house, walks } = all;
    const [complaints, used] = [new Map(), new Set()];
    const dead = (who, { at, to, status }) => {
      const plain = to.split('?')[0];
      if (plain in NO_PAGE) used.add(plain);
      // One of those who are shown it, and one of the pages on which it stands, is enough to find it.
      else if (!complaints.has(to)) complaints.set(to, `${who.name} is led from ${at} to ${to}, which answers ${status}`);
    };
    let asked = 0;
    for (const { who, led, ...met } of walks) {
      for (const one of met.dead) dead(who, one);
      // Of what is for everybody a walk looks at a few. The rest is asked here, also what opened for the stranger: it may not
      // open for who signed in.
      await each([...led].filter(([to]) => !met.seen.has(to) && !to.startsWith(WAITS)), async ([to, at]) => {
        asked += 1;
        const { status } = await hear(house.base, who.cookie, { path: to });
        if (status >= 400) dead(who, { at, to, status });
      });
    }
    const links = walks.reduce((sum, { led }) => sum + led.size, 0);
    console.log(`        ${links} links, of which ${asked} were not walked`);
    expect(links > LEAST_LINKS, `only ${links} links were seen`);
    const unused = Object.keys(NO_PAGE).filter((path) => !used.has(path));
    none([...complaints.values(), ...unused.map((path) => `${path} stands on no page any more, or is one after all`)], 40);
  }, 2);

  told('somebody who looks at what another may see is told apart from somebody who may not', async () => {
    const replays = new Replays(all.house, all.find);
    const [owner, other] = ['professional', 'guide'].map((name) => all.walks.find(({ who }) => who.name === name));
    const page = [...owner.pages.values()].find(({ path }) => /\/mens\/[0-9a-f-]{36}$/.test(path));
    await replays.refused({ ...other, pages: new Map() }, page, all.open, false);
    expect(replays.found.length === 0, 'the guide is told of people of the district team');
    await replays.refused({ ...owner, pages: new Map() }, page, all.open, false);
    expect(replays.found.length > 0, 'an answer with a page beside one without was called equal');
  }, 2);

  told('what one principal had answers every other as what never existed, and nothing changes by asking', async () => {
    const { house, find, walks } = all;
    const replays = new Replays(house, find);
    const owned = walks.flatMap(({ who, pages }) => [...pages.values()].filter(({ path }) => !CHANGES.test(path)).map(({ path }) => ({ who, path })));
    const before = await seen(house, owned, all.ids);
    for (const mine of walks) await each(foreign(all, mine), ({ request, filled }) => replays.refused(mine, request, all.open, filled));
    const changed = differing(before, await seen(house, owned, all.ids));
    say(replays, `asked as another, and ${owned.length} pages read before and after`);
    none([...sentences(replays), ...changed], 40);
  }, 3);

  told('what is another\'s answers as what never existed also under one\'s own address and in one\'s own form, and stays as it was', async () => {
    const { house, find, walks } = all;
    const replays = new Replays(house, find);
    const things = kinds(all);
    const changed = [];
    for (const mine of walks) {
      const { asked, pages } = strayed(all, mine, things);
      const about = pages.filter(({ path }) => !CHANGES.test(path));
      const before = await seen(house, about, all.ids);
      await each(asked, ({ request, slot, id, filled }) => replays.strayed(mine.who, request, slot, id, filled));
      changed.push(...differing(before, await seen(house, about, all.ids)));
    }
    say(replays, 'another\'s under one\'s own');
    none([...sentences(replays), ...changed], 40);
  }, 6);

  told('an id that not everybody can see answers at every address about one thing as one that never existed', async () => {
    const replays = new Replays(all.house, all.find);
    const things = kinds(all);
    for (const mine of all.walks) await each(everywhere(all, mine, things), (request) => replays.refused(mine, request, all.open, false));
    say(replays, 'ids at every address');
    none(sentences(replays), 40);
  }, 4);

  told('who may invite into a party without seeing its people sees none of them by a form that is not right', async () => {
    const { house, walks } = all;
    const of = (name) => walks.find(({ who }) => who.name === name).who;
    const complaints = [];
    for (const { who, route, policy } of WITHOUT_LINK.filter(({ route }) => route.endsWith('/uitnodigen'))) {
      const form = [...walks.find((one) => one.who.name === 'coordinator').forms.values()].find(({ path }) => path.endsWith('/mensen/uitnodigen'));
      expect(form, `the coordinator has no form for ${route}`);
      const people = await hear(house.base, of('coordinator').cookie, { path: form.at });
      const names = [...people.body.matchAll(/<li[^>]*><p><strong><bdi>([^<]+)<\/bdi>/g)].map(([, name]) => name);
      expect(names.length >= 2, `the coordinator sees only ${names}`);
      const hidden = await hear(house.base, of(who).cookie, { path: form.at });
      expect(hidden.status === 404, `${who} may see ${form.at} after all (${hidden.status}): ${policy} is no reason any more`);
      const body = new URLSearchParams({ csrf: of(who).csrf, token: 'a'.repeat(64), role: 'volunteer', how: 'mail', email: '' });
      const text = await (await send(house, of(who), form.path, body)).text();
      const shown = names.filter((name) => text.includes(`<bdi>${name}</bdi>`));
      if (shown.length > 0) complaints.push(`${who} sends ${form.path} without a mail address and sees ${shown.length} of ${names.length} names of its people; ${form.at} answers 404`);
    }
    none(complaints);
  }, 5);

  told('the server of the crawl reports no fault of its own', async () => {
    const log = await all.house.stop();
    delete all.house;
    none(log.split('\n').filter((line) => /panicked|"level":"ERROR"| ERROR /.test(line)));
  }, 7);

  return { stop: () => all.house?.stop() };
}

async function seen(...asked) {
  return Object.assign(await read(...asked), { day: today() });
}

const today = () => new Date().toLocaleDateString('nl', { timeZone: 'Europe/Amsterdam' });

/// Pages that are not as they were; at midnight they all say something else about days.
function differing(before, after) {
  if (before.day !== after.day) return [];
  const body = (text) => ({ status: 0, headers: [], body: text });
  return [...before].filter(([page, text]) => after.get(page) !== text)
    .map(([page, text]) => `${page} changed: ${differences(body(text), body(after.get(page))).join()}`);
}

/// Counts are told, and none may be of a test that asked nothing.
function say(replays, what) {
  const statuses = [...replays.statuses].sort().map(([status, count]) => `${count} × ${status}`).join(', ');
  console.log(`        ${what}: ${replays.count} requests; ${statuses}; ${replays.told} told no about what they may see; ${replays.found.length} differences`);
  expect(replays.count > LEAST, `only ${replays.count} requests were sent again`);
}

/// One sentence for all that differ alike: who, where, and one of them with both answers.
function sentences({ found }) {
  const alike = new Map();
  for (const one of found) {
    const kind = `${one.request.method} ${one.of}${one.filled ? ' filled in' : ''}: ${one.differ[0].startsWith('status') ? one.differ[0] : 'the same status'}`;
    alike.set(kind, [...(alike.get(kind) ?? []), one]);
  }
  return [...alike].map(([kind, all]) =>
    `${kind}, ${all.length} times, of ${[...new Set(all.map(({ who }) => who))].join(', ')}; such as ${all[0].request.path}: ${all[0].differ.join('; ')}`);
}
