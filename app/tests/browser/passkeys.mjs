// Wilma invites Selma, who makes a key on her phone, works with it, leaves, and comes back; and what goes wrong on the way.
import { visitor } from './house.mjs';
import { shown } from './journeys.mjs';
import { axe } from './looks.mjs';
import { expect, none, test } from './runner.mjs';

const PHONE = { width: 360, height: 740 };

/// The phone's own store of keys, opened by a finger until told otherwise.
export async function keysOf(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  const opened = (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  const count = async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;
  return { opened, count };
}

/// What axe says of this page, as it is and in Arabic.
export async function readable(context, page, house, at) {
  const found = (await axe(page)).map((complaint) => `${at} nl: ${complaint}`);
  await context.addCookies([{ name: 'taal', value: 'ar', url: house.base }]);
  await page.reload();
  expect(await page.locator('html').getAttribute('dir') === 'rtl', `${at} is not in Arabic`);
  found.push(...(await axe(page)).map((complaint) => `${at} ar: ${complaint}`));
  await context.addCookies([{ name: 'taal', value: 'nl', url: house.base }]);
  await page.reload();
  return found;
}

export const press = (page, name) => page.getByRole('button', { name }).click();

async function code(browser, house) {
  const { context, page, complaints } = await visitor(browser, house);
  await page.goto('/aanmelden');
  await press(page, /Wilma/);
  await page.waitForURL(/\/(ik|vandaag)$/);
  await page.goto('/ik');
  await page.getByRole('link', { name: 'Mensen' }).first().click();
  await page.waitForURL('**/mensen');
  await page.locator('select[name="role"]').last().selectOption('volunteer');
  await press(page, 'Toon een code');
  const link = (await page.locator('code.adres').innerText()).trim();
  await context.close();
  none(complaints);
  return new URL(link).pathname;
}

/// Selma (or somebody else) with her phone, just come in and without a key.
async function newcomer(browser, house, options = {}, name = 'Selma') {
  const path = await code(browser, house);
  const met = await visitor(browser, house, { ...PHONE, ...options });
  const { page } = met;
  page.setDefaultTimeout(15_000);
  await page.goto(path);
  await press(page, 'Ja, ga verder');
  await page.getByLabel('Hoe noemen de anderen u?').fill(name);
  await press(page, 'Ja, ik doe mee');
  await page.waitForURL('**/ik?gedaan=welkom');
  return met;
}

/// The sentence after something went wrong; the focus is on it.
async function said(page, sentence) {
  const message = page.locator('[data-zegt]');
  await message.waitFor({ state: 'visible' });
  const told = await message.innerText();
  expect(told.includes(sentence), `“${told}” is not “${sentence}”`);
  expect(await message.evaluate((element) => element === document.activeElement), 'the focus is not on the message');
}

async function story(browser, house) {
  const { context, page, complaints } = await newcomer(browser, house);
  const found = [];
  const phone = await keysOf(context, page);
  found.push(...await readable(context, page, house, 'the own page without a key'));
  await phone.opened(false);
  await press(page, 'Maak een sleutel');
  await said(page, 'U bent gestopt');
  found.push(...await axe(page));
  await phone.opened(true);
  await page.getByLabel('Hoe noemt u deze sleutel?').fill('mijn telefoon');
  await press(page, 'Maak een sleutel');
  await page.waitForURL('**/ik?gedaan=sleutel');
  expect(await phone.count() === 1, `the phone holds ${await phone.count()} keys`);
  await shown(page, 'mijn telefoon');
  found.push(...await readable(context, page, house, 'the own page with a key'));
  await press(page, 'Maak een sleutel');
  await said(page, 'staat al een sleutel');

  await page.getByRole('link', { name: 'Werk het profiel bij' }).click();
  await page.waitForURL('**/beheer/partij/*');
  await page.locator('main a[href*="/aanbod/0"]').first().click();
  await page.locator('#opening').fill('ma 9.00-12.00\nwo 13.30-16.00');
  await page.locator('form:has(#opening)').getByRole('button', { name: 'Bewaren' }).first().click();
  await page.waitForURL('**gedaan=**');
  expect((await page.locator('#opening').inputValue()).includes('13:30'), 'the opening hours were not kept');

  await page.goto('/ik');
  await press(page, 'Afmelden');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/aanmelden');
  found.push(...await readable(context, page, house, 'the door'));
  await phone.opened(false);
  await press(page, 'Meld aan met mijn sleutel');
  await said(page, 'U bent gestopt');
  found.push(...await axe(page));
  await phone.opened(true);
  await press(page, 'Meld aan met mijn sleutel');
  await page.waitForURL(/\/(ik|vandaag)$/);
  await page.goto('/ik');
  await shown(page, 'Laatst gebruikt');
  await shown(page, 'vrijwilliger');
  await context.close();
  none([...found, ...complaints]);
}

/// A colleague types the code and says that it is Saskia.
async function helps(browser, house, colleague, code) {
  const { context, page, complaints } = await visitor(browser, house);
  await page.goto('/aanmelden');
  await press(page, colleague);
  await page.waitForURL(/\/(ik|vandaag)$/);
  await page.goto('/ik');
  await page.getByRole('link', { name: 'Help iemand weer naar binnen' }).click();
  await page.getByLabel('Wie is het?').selectOption({ label: 'Saskia (vrijwilliger)' });
  await page.getByLabel('Welke code hoort u?').fill(code);
  const found = await readable(context, page, house, 'the page of a colleague who helps');
  await page.getByLabel('Wie is het?').selectOption({ label: 'Saskia (vrijwilliger)' });
  await page.getByLabel('Welke code hoort u?').fill(code);
  await press(page, 'Ja, ik weet wie dit is');
  await shown(page, 'Bedankt');
  await context.close();
  none([...found, ...complaints]);
}

async function lost(browser, house) {
  const old = await newcomer(browser, house, {}, 'Saskia');
  await keysOf(old.context, old.page);
  await press(old.page, 'Maak een sleutel');
  await old.page.waitForURL('**/ik?gedaan=sleutel');

  const { context, page, complaints } = await visitor(browser, house, PHONE);
  page.setDefaultTimeout(15_000);
  const phone = await keysOf(context, page);
  await page.goto('/aanmelden');
  await page.getByRole('link', { name: 'Ik ben mijn sleutel kwijt' }).click();
  const found = await readable(context, page, house, 'the way back in');
  await press(page, 'Vraag een code');
  const code = await page.locator('p.groot strong').innerText();
  found.push(...await readable(context, page, house, 'the code'));
  await helps(browser, house, /Ferdi/, code);
  await helps(browser, house, /Wilma/, code.replace(' ', ''));
  await page.getByRole('link', { name: 'Kijk opnieuw' }).click();
  found.push(...await readable(context, page, house, 'two colleagues confirmed'));
  await press(page, 'Ga verder');
  await page.waitForURL('**/ik?gedaan=terug');
  await press(page, 'Maak een sleutel');
  await page.waitForURL('**/ik?gedaan=sleutel');
  expect(await phone.count() === 1, `the new phone holds ${await phone.count()} keys`);

  await old.page.goto('/aanmelden');
  await press(old.page, 'Meld aan met mijn sleutel');
  await said(old.page, 'kennen wij niet');
  await Promise.all([context.close(), old.context.close()]);
  none([...found, ...complaints]);
}

async function noKeys(browser, house) {
  const { context, page, complaints } = await visitor(browser, house, PHONE);
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
  await page.goto('/aanmelden');
  await page.getByText('Met deze browser of op dit adres kan een sleutel niet').waitFor();
  expect(await page.getByRole('button', { name: 'Meld aan met mijn sleutel' }).count() === 0, 'a button that can do nothing');
  await context.close();
  none(complaints);
}

async function noLine(browser, house) {
  const { context, page } = await visitor(browser, house, PHONE);
  await keysOf(context, page);
  await page.goto('/aanmelden');
  await context.setOffline(true);
  await press(page, 'Meld aan met mijn sleutel');
  await said(page, 'Er is geen verbinding');
  await context.setOffline(false);
  // Nobody's key: the phone has none.
  await press(page, 'Meld aan met mijn sleutel');
  await said(page, 'U bent gestopt');
  await context.close();
}

async function refused(browser, house) {
  const { context, page, complaints } = await visitor(browser, house, PHONE);
  await keysOf(context, page);
  await page.goto('/aanmelden');
  await page.route('**/begin', (route) => route.fulfill({ status: 403, contentType: 'text/html', body: '<p>Nee' }));
  await press(page, 'Meld aan met mijn sleutel');
  await said(page, 'konden wij niet aannemen');
  await context.close();
  none(complaints);
}

/// A page that was open for long: the server wants something else first, and the script goes there.
async function first(browser, house) {
  const { context, page, complaints } = await newcomer(browser, house, {}, 'Sanne');
  await keysOf(context, page);
  const told = { status: 200, contentType: 'application/json', body: '{"naar":"/ik?gedaan=eerst-aanmelden"}' };
  await page.route('**/ik/sleutel/begin', (route) => route.fulfill(told));
  await press(page, 'Maak een sleutel');
  await page.waitForURL('**/ik?gedaan=eerst-aanmelden');
  expect(!(await page.locator('main').innerText()).includes('Er is nog niets veranderd'), 'told to who showed it a moment ago');
  const found = await axe(page);
  await context.close();
  none([...found, ...complaints]);
}

async function noScript(browser, house) {
  const { context, page, complaints } = await newcomer(browser, house, { javaScriptEnabled: false });
  await shown(page, 'Een sleutel werkt alleen met JavaScript');
  expect(await page.getByRole('button', { name: 'Maak een sleutel' }).count() === 0, 'a button that can do nothing');
  await page.goto('/ik');
  await press(page, 'Afmelden');
  await page.goto('/aanmelden');
  await shown(page, 'Vraag uw coördinator om hulp');
  await context.close();
  none(complaints);
}

export function passkeys(browser, house) {
  test('Selma comes in by a code, makes a key, works for her group, leaves and comes back with the key', () => story(browser, house), 6);
  test('Saskia lost her phone, says a code to two colleagues, makes a new key, and the old one opens nothing', () => lost(browser, house), 6);
  test('a browser without keys says so and shows no button', () => noKeys(browser, house), 6);
  test('a lost connection and a phone without a key each have a sentence', () => noLine(browser, house), 6);
  test('a key that is not taken has a sentence', () => refused(browser, house), 6);
  test('before a key is made something else may come first, and the page goes there', () => first(browser, house), 6);
  test('without script the page says what a key needs and what else is possible', () => noScript(browser, house), 6);
}
