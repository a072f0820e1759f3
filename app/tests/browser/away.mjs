// The account of a municipality is a way in: by a real provider's own pages, on a phone, with script and without.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT, startHouse, visitor } from './house.mjs';
import { SCREENS } from './hands.mjs';
import { shown } from './journeys.mjs';
import { axe, mirrored, overflow } from './looks.mjs';
import { AWAY, routeTable } from './pages.mjs';
import { expect, none, test } from './runner.mjs';

const [, BACK] = AWAY;
const NAME = 'Gemeente Oosterwaard';
const SECRET = 'een-geheim-van-de-proef+met/tekens';
const PROVIDER = join(ROOT, 'capabilities/provider/tests/oidc');

/// Each in a browser of their own, and nobody twice: one house is enough for all.
const TELLINGS = [
  { lang: 'nl', script: true, who: 'professional', name: 'Joris' },
  { lang: 'nl', script: false, who: 'guide', name: 'Karim' },
  { lang: 'ar', script: true, who: 'community-worker', name: 'Amina' },
];
const PAIRS = [
  { lang: 'nl', script: true, who: 'manager', name: 'Ineke', other: 'coordinator' },
  { lang: 'ar', script: true, who: 'privacy-officer', name: 'Daan', other: 'key-figure' },
];

const ORDER = 8;
const own = /\/(ik|vandaag)$/;

/// A real provider that sends people back to this address; it ends when its input closes, so also when the tests end.
async function startProvider(back) {
  expect(existsSync(join(PROVIDER, 'node_modules/oidc-provider')), 'The real OpenID provider is not installed: run make needs.');
  const child = spawn(process.execPath, ['provider.mjs', back, 'urn:oosterwaard:twee-stappen'], { cwd: PROVIDER, stdio: ['pipe', 'pipe', 'ignore'] });
  const [issuer] = await once(createInterface({ input: child.stdout }), 'line', { signal: AbortSignal.timeout(30_000) });
  return { issuer, stop: () => child.stdin.end() };
}

/// Oosterwaard, where people of the municipality have an account there: by the settings that a municipality writes as well.
async function startTown() {
  let provider;
  const house = await startHouse({ SAMENSPEL_PROVIDER_SECRET_GM9901: SECRET }, async (base) => {
    provider = await startProvider(base + BACK);
    return `[[provider]]\nmunicipality = "GM9901"\nname = "${NAME}"\nissuer = "${provider.issuer}"\nclient_id = "samenspel"\naddress = "${base}"\n`;
  }).catch((error) => { provider?.stop(); throw error; });
  const stop = () => { provider.stop(); return house.stop(); };
  return { ...house, stop, issuer: provider.issuer, passed: new Set() };
}

/// What the screens say in a language, as somebody reads it: the name of the sign-in stands between marks that nobody sees.
function wordsOf(lang) {
  const texts = ['people', 'provider'].map((of) => readFileSync(join(ROOT, 'capabilities', of, 'i18n', lang, `${of}.ftl`), 'utf8'));
  return (key) => {
    const found = texts.map((text) => text.match(new RegExp(`^${key} = (.+)$`, 'm'))).find(Boolean);
    expect(found, `there is no ${key} in ${lang}`);
    return found[1].replace('{ $name }', NAME);
  };
}

/// Somebody with a phone and a browser of their own.
class Somebody {
  static async meet(browser, town, { lang, script }) {
    const met = await visitor(browser, town, { lang, width: 360, height: 740, javaScriptEnabled: script, away: town.issuer, refused: 409 });
    met.page.setDefaultTimeout(20_000);
    const one = Object.assign(new Somebody(), met, { town, lang, script, say: wordsOf(lang), found: [] });
    met.context.on('request', (request) => one.watch(request));
    return one;
  }

  /// Where this browser came by, and with what it was sent away: the municipality learns not on which page somebody was.
  watch(request) {
    const { origin, pathname } = new URL(request.url());
    if (origin === this.town.base) this.town.passed.add(pathname);
    const from = request.redirectedFrom();
    if (origin !== this.town.issuer || !from?.url().startsWith(this.town.base)) return;
    const { referer } = request.headers();
    if (referer) this.found.push(`the municipality is told that somebody was on ${referer}`);
  }

  /// What is called so: the same word may stand in a text as well.
  press(role, key) {
    const text = this.say(key).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(NAME, `\u2068?${NAME}\u2069?`);
    return this.page.locator('main').getByRole(role, { name: new RegExp(`^\\s*${text}\\s*$`) }).first().click();
  }

  async sees(...keys) {
    for (const key of keys) await shown(this.page, this.say(key));
  }

  /// Everybody can read this page on a phone; and a picture of it.
  async reads(name) {
    const { page } = this;
    const spoken = await page.locator('html').getAttribute('lang');
    expect(spoken === this.lang, `${name} speaks ${spoken} and not ${this.lang}`);
    const at = `${name}-${this.lang}${this.script ? '' : '-zonder-script'}`;
    if (this.script) this.found.push(...(await axe(page)).map((complaint) => `${at}: ${complaint}`));
    if (this.lang === 'ar') this.found.push(...(await mirrored(page)).map((complaint) => `${at}: ${complaint}`));
    const wide = await overflow(page);
    if (wide) this.found.push(`${at}: ${wide}`);
    await page.screenshot({ path: join(SCREENS, `account-${at}.png`), fullPage: true });
  }

  /// By one click, as somebody of the demo.
  async comesInAs(who) {
    await this.page.goto('/aanmelden');
    await Promise.all([this.page.waitForURL(own), this.page.locator(`button[name="key"][value="${who}"]`).click()]);
    await this.page.goto('/ik');
  }

  /// The link that leads away, and the form of the municipality.
  async goesAway(key) {
    await Promise.all([this.page.waitForURL(`${this.town.issuer}/interaction/**`), this.press('link', key)]);
  }

  /// The municipality's own page: types who it is, and is sent back.
  async types(login, to) {
    await this.page.locator('input[name="login"]').fill(login);
    await Promise.all([this.page.waitForURL(to), this.page.getByRole('button', { name: 'Inloggen' }).click()]);
  }

  async stops(to) {
    await Promise.all([this.page.waitForURL(to), this.page.getByRole('link', { name: 'Stoppen' }).click()]);
  }

  /// At the door, where the municipality knows this browser already and asks nothing.
  async passesThrough(to) {
    await this.page.goto('/aanmelden');
    await Promise.all([this.page.waitForURL(to), this.press('link', 'provider-begin')]);
  }

  async leaves() {
    await this.page.goto('/ik');
    await Promise.all([this.page.waitForURL((url) => url.pathname === '/'), this.press('button', 'sign-out')]);
  }

  /// As a browser that is told to go nowhere by itself: the page of return stands until somebody presses on.
  async staysPut() {
    const session = await this.context.newCDPSession(this.page);
    session.on('Fetch.requestPaused', ({ requestId, responseStatusCode, responseHeaders }) => session.send('Fetch.continueResponse', {
      requestId, responseCode: responseStatusCode, responseHeaders: responseHeaders.filter(({ name }) => name.toLowerCase() !== 'refresh'),
    }));
    await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${BACK}*`, requestStage: 'Response' }] });
    return () => session.detach();
  }

  async ends() {
    await this.context.close();
    none([...new Set([...this.found, ...this.complaints])]);
  }
}

/// On the own page, by who came in by one click: from then on the account is a way in.
async function connects(one, login) {
  await one.sees('account-connect-lead');
  await one.reads('eigen-pagina');
  const goOn = await one.staysPut();
  await one.goesAway('account-connect');
  await one.types(login, `**${BACK}?*`);
  await one.sees('account-going-on');
  await one.reads('terug-van-de-gemeente');
  await goOn();
  await Promise.all([one.page.waitForURL(own), one.press('link', 'account-go-on')]);
  await one.page.goto('/ik');
  await one.sees('account-connected', 'proof-account');
  await one.reads('eigen-pagina-gekoppeld');
}

/// Shows once more who one is, and takes the account away: it opens nothing any more.
async function takesAway(one, login) {
  await one.page.goto('/ik');
  await one.sees('anew-lead');
  await one.goesAway('anew-account');
  await one.types(login, '**/ik?gedaan=opnieuw');
  await one.sees('anew-done');
  await one.reads('opnieuw-laten-zien');
  await one.page.locator('main summary').filter({ hasText: one.say('account-remove') }).click();
  await Promise.all([one.page.waitForURL('**/ik?gedaan=account-weg'), one.press('button', 'account-remove-sure')]);
  await one.sees('account-removed', 'account-connect-lead');
  await one.leaves();
  await one.passesThrough(`**${AWAY.at(-1)}?*`);
  await one.sees('account-unknown');
}

async function story(browser, town, telling) {
  const login = `ambtenaar-${telling.who}`;
  const first = await Somebody.meet(browser, town, telling);
  await first.comesInAs(telling.who);
  await connects(first, login);
  await first.leaves();
  // The municipality knows this browser, and asks nothing.
  await first.passesThrough(own);
  await first.page.goto('/ik');
  await shown(first.page, telling.name);
  await first.ends();

  const tablet = await Somebody.meet(browser, town, telling);
  await tablet.page.goto('/aanmelden');
  await tablet.reads('aanmelden-met-gemeente');
  await tablet.goesAway('provider-begin');
  await tablet.types(login, own);
  await tablet.page.goto('/ik');
  await shown(tablet.page, telling.name);
  await tablet.sees('account-connected', 'proof-account');
  await takesAway(tablet, login);
  await tablet.ends();
}

/// Stops at the municipality, tries again with an account that nobody connected, and is back at the door.
async function stranger(browser, town, telling) {
  const one = await Somebody.meet(browser, town, telling);
  await one.page.goto('/aanmelden');
  await one.goesAway('provider-begin');
  await one.stops(`**${AWAY.at(-1)}?*`);
  await one.sees('account-not', 'provider-cancelled', 'provider-way-again');
  await one.reads('gestopt-bij-de-gemeente');
  await one.goesAway('account-again');
  await one.types(`niemand-${telling.lang}-${telling.script}`, `**${AWAY.at(-1)}?*`);
  await one.sees('account-not', 'account-unknown', 'account-unknown-forward');
  await one.reads('onbekend-account');
  await Promise.all([one.page.waitForURL('**/aanmelden'), one.press('link', 'sign-in')]);
  // In another language it is the door: the address of the return holds what was said there, and works once.
  await one.passesThrough(`**${AWAY.at(-1)}?*`);
  const languages = await one.page.locator('a[hreflang]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(languages.length >= 5 && languages.every((to) => to.startsWith('/aanmelden?')), `other languages are at ${languages}`);
  const inside = await one.page.goto('/ik');
  expect(inside.status() === 403, `who is not known sees an own page (${inside.status()})`);
  await one.ends();
}

/// The account of one is of no use to another: not to connect it, and not to show once more who one is.
async function another(browser, town, telling) {
  const login = `ambtenaar-${telling.who}`;
  const one = await Somebody.meet(browser, town, telling);
  await one.comesInAs(telling.who);
  await one.goesAway('account-connect');
  await one.types(login, own);
  await one.leaves();
  await one.passesThrough(own);
  await one.page.goto('/ik');
  await one.goesAway('anew-account');
  await one.types(`${login}-en-nog-een`, `**${AWAY.at(-1)}?*`);
  await one.sees('account-not', 'account-not-yours');
  await one.reads('niet-uw-account');
  await Promise.all([one.page.waitForURL(own), one.press('link', 'me')]);
  await shown(one.page, telling.name);
  await one.ends();

  const other = await Somebody.meet(browser, town, telling);
  await other.comesInAs(telling.other);
  await other.goesAway('account-connect');
  await other.types(login, `**${AWAY.at(-1)}?*`);
  await other.sees('account-not', 'account-somebody-elses');
  await other.reads('account-van-een-ander');
  await other.ends();
}

export function away(browser) {
  let town;
  let stopped = '';
  const there = () => (town ??= startTown());
  const tell = (sentence, run, tellings) => {
    for (const telling of tellings) {
      const how = `${telling.lang}, ${telling.script ? 'with' : 'without'} script`;
      test(`away: ${sentence}, ${how}`, async () => run(browser, await there(), telling), ORDER);
    }
  };
  tell('somebody connects the account of the municipality, comes back in with it on a tablet, and takes it away', story, TELLINGS);
  tell('who stops at the municipality, and whose account nobody connected, each read so and see a way on', stranger, TELLINGS);
  tell('an account that is somebody else\'s is told apart from one\'s own', another, PAIRS);
  const stop = async () => {
    if (town) stopped = await (await town).stop();
    town = undefined;
  };
  test('away: every address on the way to the municipality and back was passed, and the server reports no fault of its own', async () => {
    const { passed, ...house } = await there();
    const routes = (await routeTable(house)).map(({ path }) => path);
    await stop();
    none([
      ...AWAY.filter((path) => !passed.has(path)).map((path) => `nobody came by ${path}`),
      ...AWAY.filter((path) => !routes.includes(path)).map((path) => `${path} is no address of ours`),
      ...stopped.split('\n').filter((line) => /panicked|"level":"ERROR"| ERROR /.test(line)),
    ]);
  }, ORDER + 1);
  return { stop };
}
