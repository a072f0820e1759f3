// Somebody with a phone: what they tap and type is counted, and so are the screens they pass.
import { join } from 'node:path';
import { OUTPUT, visitor } from './house.mjs';
import { signIn } from './journeys.mjs';
import { axe, mirrored, overflow } from './looks.mjs';
import { expect, none } from './runner.mjs';

export const PHONE = { width: 360, height: 740, isMobile: true, hasTouch: true };
export const SCREENS = join(OUTPUT, 'screens');

/// How else a step is looked at, by somebody beside it: in another language, and on a desk.
const BESIDE = [['ar', 360], ['ar', 1280], ['nl', 1280]];

/// Slow 3G: nearly half a second before anything comes, and then 50 kB a second.
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/// Who is who in the demo, by what its door calls them; and for which party.
export const KARIM = { role: 'gids', party: 'Buurtvaders De Boogerd' };
export const JORIS = { role: 'medewerker', party: 'Wijkteam De Boogerd' };

const states = new Map();

/// What the browser of one of them remembers; the door is passed once.
export function stateOf(browser, house, { role }) {
  if (!states.has(role)) states.set(role, signIn(browser, house, role));
  return states.get(role);
}

/// Where a party stands on the map.
export async function partyPath(house, name) {
  const page = await (await fetch(`${house.base}/zoek?q=${encodeURIComponent(name)}`)).text();
  const found = page.match(new RegExp(`href="(/partij/[0-9a-f-]{36})"[^>]*>(?:<[^>]+>)*${name}<`));
  expect(found, `${name} cannot be found`);
  return found[1];
}

const told = [];

/// One line of the table at the end: what somebody came to do, and what it cost.
function cost(what, { taps, boxes, typed, screens }) {
  const count = (number, of) => `${String(number).padStart(3)} ${of}`;
  told.push([what.padEnd(58), count(taps, 'taps'), count(boxes, 'text boxes'), count(typed, 'characters'), count(screens, 'screens')].join(''));
}

/// What everything cost, to print when all is done.
export const costs = () => told.splice(0).sort();

/// Their hands: every tap, character and screen counts; a tap that only puts the cursor in a text box counts as the box.
class Hands {
  constructor({ context, page, complaints }, script, beside) {
    Object.assign(this, { context, page, complaints, script, beside, found: [], so: { taps: 0, boxes: 0, typed: 0, screens: 0 } });
    page.on('framenavigated', (frame) => { if (frame === page.mainFrame()) this.so.screens += 1; });
  }

  /// Taps what is called so, and waits for where it leads, when it leads anywhere.
  async tap(role, name, leadsTo) {
    const what = typeof role === 'string' ? this.page.getByRole(role, { name }).first() : role;
    this.so.taps += 1;
    if (!leadsTo) return what.tap();
    await Promise.all([this.page.waitForURL(leadsTo), what.tap()]);
    return undefined;
  }

  /// The card on which this stands.
  tapCard(text, leadsTo) {
    return this.tap(this.page.locator('main .kaart').filter({ hasText: text }).getByRole('link').first(), '', leadsTo);
  }

  /// A line that opens is no link and no button to every browser, so it is found as what it is.
  open(name) {
    return this.tap(this.page.locator('main summary').filter({ hasText: name }).first());
  }

  /// Into the box with this label. Once the cursor is there all of the text comes at once.
  async write(box, text) {
    const field = typeof box === 'string' ? this.page.getByLabel(box).first() : box;
    await field.tap();
    await this.page.keyboard.insertText(text);
    this.so.boxes += 1;
    this.so.typed += text.length;
  }

  /// A list opens by a tap, and a second one chooses.
  async choose(label, choice) {
    this.so.taps += 2;
    await this.page.getByLabel(label, { exact: true }).selectOption(choice);
  }

  /// A day opens a window of the phone's own by a tap, and a second one chooses.
  async pick(label, day) {
    this.so.taps += 2;
    await this.page.getByLabel(label).fill(day);
  }

  /// What the doing cost, written down under `what` as well.
  async counted(what, doing) {
    const before = { ...this.so };
    await doing();
    const spent = Object.fromEntries(Object.keys(before).map((kind) => [kind, this.so[kind] - before[kind]]));
    cost(what, spent);
    return spent;
  }

  async sees(...texts) {
    const main = await this.page.locator('main').innerText();
    const plain = main.replace(/[\u2066-\u2069]/g, '');
    for (const text of texts) expect(plain.includes(text), `“${text}” is not on ${this.page.url()}`);
  }

  /// Everybody can read this page: axe finds nothing, nothing sticks out. And a picture of it. Where somebody looks beside
  /// it, they open the same address: to look again changes nothing.
  async readable(name) {
    await this.look(this.page, name);
    if (!this.beside) return;
    const opened = await this.page.locator('main details').evaluateAll((all) => all.map((one) => one.open));
    for (const [lang, width] of BESIDE) await this.lookBeside(`${name}-${lang}-${width}`, opened, [lang, width]);
  }

  async lookBeside(name, opened, [lang, width]) {
    const { page } = this.beside;
    const address = new URL(this.page.url());
    address.searchParams.set('taal', lang);
    await page.setViewportSize({ width, height: width === PHONE.width ? PHONE.height : 900 });
    if (page.url() !== address.href) await page.goto(address.href);
    const spoken = await page.locator('html').getAttribute('lang');
    expect(spoken === lang, `${address.pathname} speaks ${spoken} and not ${lang}`);
    await page.locator('main details').evaluateAll((all, open) => all.forEach((one, at) => { one.open = open[at] ?? false; }), opened);
    if (lang === 'ar') this.found.push(...(await mirrored(page)).map((complaint) => `${name}: ${complaint}`));
    await this.look(page, name);
  }

  async look(page, name) {
    if (this.script) this.found.push(...(await axe(page)).map((complaint) => `${name}: ${complaint}`));
    const wide = await overflow(page);
    if (wide) this.found.push(`${name}: ${wide}`);
    await page.screenshot({ path: join(SCREENS, `keuken-${name}.png`), fullPage: true });
  }
}

/// Somebody of the demo with a phone of their own; `slow` for a poor line, `beside` for somebody who looks at each step in
/// other ways. Ends with what should not have been.
export async function withHands(browser, house, somebody, options, tell) {
  const { slow = false, script = true, lineFalls = false, beside = false, ...more } = options;
  const storageState = await stateOf(browser, house, somebody);
  const met = await visitor(browser, house, { ...PHONE, storageState, javaScriptEnabled: script, ...more });
  met.page.setDefaultTimeout(20_000);
  if (slow) {
    const session = await met.context.newCDPSession(met.page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
  }
  const other = beside ? await visitor(browser, house, { storageState }) : undefined;
  const hands = new Hands(met, script, other);
  try {
    await tell(hands);
  } finally {
    await Promise.all([met.context.close(), other?.context.close()]);
  }
  // A browser says of itself that the line fell away, or that a server takes nothing now.
  const own = (said) => lineFalls && /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|status of 503/.test(said);
  none([...new Set([...hands.found, ...met.complaints, ...(other?.complaints ?? [])])].filter((said) => !own(said)));
}
