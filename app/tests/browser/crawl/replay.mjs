// Sends again, as somebody else, what one could see or send; beside it the same about what never existed.
import { bare, differences, hear } from './compare.mjs';
import { SECRETS, idsIn, isId, twin } from './page.mjs';
import { AT_ONCE } from './walk.mjs';

/// What differs so often in a row, differs.
const MOST_AGAIN = 3;

const chance = (count) => Array.from({ length: count }, () => Math.floor(Math.random() * 16).toString(16)).join('');

/// A request as this one would send it: with the own proof, a key that was not used, and a secret of one's own.
function dressed(who, { method, path, fields = [], typed, file }, filled) {
  if (method === 'GET') return { method, path };
  const own = { csrf: who.csrf, once: `${chance(64)}-1`, token: chance(64) };
  const body = file ? new FormData() : new URLSearchParams();
  const all = filled ? [...fields.filter(([name]) => !typed.has(name)), ...typed] : fields;
  const written = all.some(([name]) => name === 'csrf') ? all : [['csrf', ''], ['once', ''], ...all];
  for (const [name, value] of written) body.append(name, own[name] ?? value ?? new File(['x'], 'x.png'));
  return { method, path, body };
}

/// The parts of a request that say about what it is: of the address by the table, of query and fields when they are ids.
export function slots(find, { method, path, fields = [], typed = new Map() }, filled = false) {
  const [plain, query = ''] = path.split('?');
  const { route, values } = find(method.toLowerCase(), plain);
  const inPath = values.map((value, at) => ({ where: 'path', at, name: route.names[at], value }));
  const told = filled ? [...fields.filter(([name]) => !typed.has(name)), ...typed] : fields;
  const named = (where, all) => [...all].filter(([name, value]) => value && isId(value) && !SECRETS.includes(name)).map(([name, value]) => ({ where, name, value }));
  return { route, all: [...inPath, ...named('query', new URLSearchParams(query)), ...named('field', told)] };
}

/// The same request with other values: `swaps` says which instead of which.
export function swapped(request, swaps) {
  const put = (value) => swaps.get(value) ?? value;
  const [plain, query] = request.path.split('?');
  const path = plain.split('/').map((part) => put(decodeURIComponent(part))).join('/');
  const asked = query && new URLSearchParams([...new URLSearchParams(query)].map(([name, value]) => [name, put(value)]));
  return {
    ...request,
    path: asked ? `${path}?${asked}` : path,
    fields: request.fields?.map(([name, value]) => [name, SECRETS.includes(name) ? value : put(value)]),
    typed: request.typed && new Map([...request.typed].map(([name, value]) => [name, put(value)])),
  };
}

/// The address and what it is about, as they may come back in an answer.
function echoed({ path }, values) {
  const plain = path.split('?')[0];
  return [`"${plain}"`, `"${plain}?`, ...values.filter((value) => value.length > 30)];
}

/// Which button was pressed, where a form has more than one.
export function buttonOf({ fields = [] }) {
  return fields.find(([name]) => ['stap', 'how', 'hoe'].includes(name))?.[1] ?? '';
}

function shapeOf(route, request) {
  return [route.path, ...new URLSearchParams(request.path.split('?')[1] ?? '').keys(), buttonOf(request)].join(' ').trim();
}

export class Replays {
  constructor(house, find) {
    Object.assign(this, { house, find, count: 0, found: [], told: 0, never: new Map(), over: new Map(), statuses: new Map() });
  }

  async ask(who, request, values, filled) {
    this.count += 1;
    return bare(await hear(this.house.base, who.cookie, dressed(who, request, filled)), echoed(request, values));
  }

  /// Asks about what is there and about what never was; the latter is remembered, for it is the same each time.
  /// `instead` draws something that never was, for each of `values`.
  async compare(who, request, { values, instead, put = swapped, filled, shape, of = shape, own = false }) {
    const real = await this.ask(who, request, values, filled);
    const fresh = () => {
      const drawn = instead();
      return this.ask(who, put(request, drawn), values.map((value) => drawn.get(value) ?? value), filled);
    };
    const known = `${who.name} ${request.method} ${shape} ${filled}`;
    if (!this.never.has(known)) this.never.set(known, await fresh());
    let differ = differences(real, this.never.get(known));
    // Both beside each other again, before anything is said of it: another request may have changed a list in between.
    for (let again = 0; differ.length > 0 && again < MOST_AGAIN; again += 1) {
      differ = differences(await this.ask(who, request, values, filled), await fresh());
    }
    const answered = `${request.method} ${real.status}`;
    this.statuses.set(answered, (this.statuses.get(answered) ?? 0) + 1);
    if (differ.length === 0) return;
    if ((own && real.status >= 400) || this.isOver(who, request, real)) this.told += 1;
    else this.found.push({ who: who.name, request, filled, of, differ });
  }

  /// What everybody could take up while it was open says to whoever comes too late that it is over: to one principal in
  /// the same words each time, and with nothing of what it was.
  isOver(who, { method, path }, { status, body }) {
    if (method !== 'POST' || status !== 409 || !/^\/vraag\/[^/]+\/oppakken$/.test(path)) return false;
    if (!this.over.has(who.name)) this.over.set(who.name, body);
    return body.includes('intussen gesloten') && body === this.over.get(who.name) && !/\/vraag\/[0-9a-f-]{36}/.test(body);
  }

  /// A request of somebody else, with all of it, and where there are two parts with only the last one, never having been.
  async refused({ who, pages }, request, open, filled) {
    const { route, all } = slots(this.find, request, filled);
    // What everybody can see may be chosen by everybody; not so in an address behind the door.
    const about = all.filter(({ where, value }) => where === 'path' || !open.has(value));
    const values = [...new Set(about.map(({ value }) => value))];
    const shape = shapeOf(route, request);
    if (values.length === 0) return this.nowhere(who, request, shape, filled);
    // Who may open the page of this very thing knows that it is there, and may hear another no about it.
    const under = [...pages.values()].map(({ path }) => path.split('?')[0]).filter((path) => request.path.startsWith(`${path}/`));
    const own = under.some((path) => values.includes(path.split('/').at(-1)));
    const never = (some) => () => new Map(some.map((value) => [value, twin(value)]));
    await this.compare(who, request, { values, instead: never(values), filled, shape: `${shape} all`, own });
    const last = about.filter(({ where }) => where === 'path').at(-1)?.value ?? values.at(-1);
    if (values.length > 1) await this.compare(who, request, { values, instead: never([last]), filled, shape: `${shape} last`, own });
  }

  /// A request about nothing in particular, beside one to an address behind the door that is none.
  nowhere(who, request, shape, filled) {
    const [plain, query] = request.path.split('?');
    const put = (_, drawn) => ({ ...request, path: drawn.get(plain) + (query ? `?${query}` : '') });
    return this.compare(who, request, { values: [], instead: () => new Map([[plain, `/beheer/${twin('nergens')}`]]), put, filled, shape: `${shape} nowhere` });
  }

  /// A request of one's own, with something of another's in one place of it.
  async strayed(who, own, slot, foreign, filled) {
    const request = swapped(own, new Map([[slot.value, foreign]]));
    const instead = () => new Map([[foreign, twin(foreign)]]);
    const what = `with another's ${slot.name}`;
    const of = `${shapeOf(slots(this.find, own, filled).route, own)} ${what}`;
    await this.compare(who, request, { values: [foreign], instead, filled, shape: `${own.key} ${buttonOf(own)} ${what}`, of });
  }
}

/// Does all of it, some at a time.
export async function each(all, run) {
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/// Pages as their owner sees them now; what a form is drawn with anew is no part of it.
export async function seen(house, pages, ids) {
  const found = new Map();
  await each(pages, async ({ who, path }) => {
    const answer = await hear(house.base, who.cookie, { path });
    const { status, body } = bare(answer, []);
    const strange = new Set(idsIn(body).filter((id) => !ids.has(id)));
    let text = body;
    for (const id of strange) text = text.replaceAll(id, '«new»');
    found.set(`${path} of ${who.name}`, `${status} ${text}`);
  });
  return found;
}
