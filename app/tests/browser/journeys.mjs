// What people come to do, by keyboard alone, with script and without.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, visitor } from './house.mjs';
import { choose, go, tabTo, type } from './keyboard.mjs';
import { expect, none, test } from './runner.mjs';

const EXAMPLE = join(ROOT, 'docs/voorbeelden');

/// Comes in by one click as somebody of the demo (`beheerder van de gemeente`, `coördinator` …), and gives what the browser remembers.
export async function signIn(browser, house, role) {
  const { context, page, complaints } = await visitor(browser, house);
  await page.goto('/aanmelden');
  await tabTo(page, new RegExp(`^${role} `), 'button');
  await Promise.all([page.waitForURL(/\/(ik|vandaag)$/), page.keyboard.press('Enter')]);
  const state = await context.storageState();
  await context.close();
  none(complaints);
  return state;
}

/// The same story twice: with script, and with script off. `alone` for what changes the map under another's feet.
export function story(browser, house, sentence, options, tell, alone = 0) {
  for (const script of [true, false]) {
    test(`${sentence}, by keyboard, ${script ? 'with' : 'without'} script`, async () => {
      const { context, page, complaints } = await visitor(browser, house, { javaScriptEnabled: script, ...options });
      page.setDefaultTimeout(15_000);
      try {
        await tell(page, script);
      } finally {
        await context.close();
      }
      none(complaints);
    }, alone && alone + (script ? 0 : 1));
  }
}

export async function shown(page, text) {
  const found = await page.locator('main').innerText();
  expect(found.replace(/[\u2066-\u2069]/g, '').includes(text), `“${text}” is not on ${page.url()}`);
}

async function findHelp(page, script) {
  await page.goto('/');
  await go(page, 'Alle onderwerpen', 'a', '**/themas');
  await go(page, /^Brieven en formulieren/, 'a', '**/wie?thema=papieren');
  await tabTo(page, 'Maak de lijst korter', 'summary');
  await page.keyboard.press('Enter');
  await choose(page, 'Welke taal spreekt u?', 'Turks');
  if (script) await page.waitForURL('**spreekt=tr**');
  await choose(page, 'In welke buurt?', 'Lindenkamp');
  if (!script) {
    await tabTo(page, /.*/, 'button');
    await page.keyboard.press('Enter');
  }
  await page.waitForURL('**buurt=BU99010101**');
  const address = new URL(page.url());
  expect(address.searchParams.get('spreekt') === 'tr', `the language was lost: ${address.search}`);
  expect(address.searchParams.get('thema') === 'papieren', `the theme was lost: ${address.search}`);
  await page.goto(page.url());
  await shown(page, 'Turks');
  await go(page, /^1\. /, 'a', '**/aanbod/*');
  expect(await page.getByRole('heading', { level: 1 }).count() === 1, 'the offer has no heading');
  await shown(page, 'Turks');
  const party = page.locator('main a[href^="/partij/"]').first();
  await go(page, (await party.innerText()).trim(), 'a', '**/partij/*');
  const ways = await page.locator('main a[href^="tel:"], main a[href^="mailto:"]').count();
  expect(ways >= 1, 'the party cannot be reached');
}

async function search(page) {
  await page.goto('/wie');
  await type(page, 'Waar zoekt u hulp bij?', 'formulier');
  await page.keyboard.press('Enter');
  await page.waitForURL('**q=formulier**');
  expect(await page.locator('main .kaart__titel').count() > 0, 'one form finds no forms');
}

async function language(page) {
  await page.goto('/wie?thema=papieren');
  await go(page, 'English', 'a', '**taal=en**');
  expect(await page.locator('html').getAttribute('lang') === 'en', 'the page does not speak English');
  expect(page.url().includes('thema=papieren'), 'the choice was lost with the language');
  await page.goto('/kaart');
  expect(await page.locator('html').getAttribute('lang') === 'en', 'the next page forgot English');
  await go(page, 'العربية', 'a', '**taal=ar**');
  expect(await page.locator('html').getAttribute('dir') === 'rtl', 'Arabic does not run from the right');
}

async function skip(page) {
  await page.goto('/wie');
  await page.keyboard.press('Tab');
  expect(await page.locator('.sprong').evaluate((link) => link === document.activeElement), 'the first stop is no way to the content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.locator(':focus').evaluate((element) => Boolean(element.closest('main')));
  expect(inside, 'after the jump the focus is not in the content');
}

async function edit(page, script) {
  // Both tellings run beside each other, so each has a party of its own.
  const name = script ? 'Ook Nog Dit' : 'Moedercentrum De Linde';
  await page.goto('/beheer');
  await type(page, 'Zoek een partij op naam', name);
  await page.keyboard.press('Enter');
  await page.waitForURL('**q=**');
  await go(page, name, 'a', '**/beheer/partij/*');
  const id = page.url().split('/').pop();
  await tabTo(page, 'Klopt nog', 'button');
  await Promise.all([page.waitForURL('**gedaan=klopt**'), page.keyboard.press('Enter')]);

  const summary = `Wij passen op elkaar. ${script ? 'Met' : 'Zonder'} hulp van een script.`;
  await type(page, /^Naam$/, ' ');
  await type(page, /^In één zin/, summary);
  await tabTo(page, 'Bewaren', 'button');
  await page.keyboard.press('Enter');
  const fault = page.locator('[aria-invalid="true"]');
  await fault.first().waitFor();
  expect(await fault.getAttribute('name') === 'name', 'the fault is not at the name');
  expect(await page.locator('#summary').inputValue() === summary, 'what was typed is gone');
  await page.goto(`/beheer/partij/${id}`);
  await type(page, /^In één zin/, summary);
  await tabTo(page, 'Bewaren', 'button');
  await Promise.all([page.waitForURL('**gedaan=bewaard**'), page.keyboard.press('Enter')]);
  await page.goto(`/partij/${id}`);
  await shown(page, summary);
}

async function bringIn(page, script) {
  await page.goto('/beheer');
  await go(page, 'Bestand inlezen', 'a', '**/beheer/import');
  await type(page, 'Van wie zijn de gegevens?', `Lijst uit de buurt ${script ? 'met' : 'zonder'} script`);
  await type(page, 'Licentie', 'CC0 1.0');
  await tabTo(page, /eigen kolommenlijst/, 'textarea');
  await page.keyboard.insertText(readFileSync(join(EXAMPLE, 'buurt-kolommen.toml'), 'utf8'));
  await tabTo(page, /^Bestand/, 'input');
  // The system's own window to choose a file is outside the page; this is what it answers.
  await page.locator('#file').setInputFiles(join(EXAMPLE, 'buurt.csv'));
  await tabTo(page, 'Laat zien wat er verandert', 'button');
  await Promise.all([page.waitForURL(/\/beheer\/import\/[0-9a-f-]{36}/), page.keyboard.press('Enter')]);
  await shown(page, 'Geweigerd');
  await shown(page, 'regel 9');
  await shown(page, 'Dit nummer kwam al eerder in het bestand voor.');
  await shown(page, 'De bron zegt: dit bestaat niet meer.');
  await shown(page, 'Deze taal kennen wij niet.');
  const before = await page.request.get('/zoek?q=pannenkoek');
  if (script) expect(!(await before.text()).includes('Eettafel De Pannenkoek'), 'a preview is on the map already');
  await go(page, /^Geweigerd: /, 'a', '**wat=refused**');
  const fates = await page.locator('#regels td:nth-child(2)').allInnerTexts();
  expect(fates.length > 0 && fates.every((fate) => fate.includes('Geweigerd')), `other lines are shown too: ${fates}`);
  await tabTo(page, /^Zet (dit )?op de kaart/, 'button');
  await page.keyboard.press('Enter');
  await page.locator('main .melding, main [role=status]').first().waitFor();
  const after = await page.request.get('/zoek?q=pannenkoek');
  expect((await after.text()).includes('Eettafel De Pannenkoek'), 'what was applied cannot be found');
}

async function wrongKey(page) {
  await page.goto('/beheer/sleutel');
  await type(page, 'Sleutel', 'this-is-not-the-right-key');
  await page.keyboard.press('Enter');
  await page.locator('[aria-invalid="true"]').waitFor();
  expect(await page.locator('#token').inputValue() === '', 'the wrong key comes back in the page');
}

export function journeys(browser, house, state) {
  const manager = { storageState: state };
  story(browser, house, 'somebody finds who helps with letters in Turkish near them', {}, findHelp);
  story(browser, house, 'somebody searches in their own words', {}, search);
  story(browser, house, 'somebody reads on in their own language', {}, language);
  story(browser, house, 'somebody goes straight to the content', {}, skip);
  story(browser, house, 'a stranger with a wrong key stays outside', {}, wrongKey);
  story(browser, house, 'who keeps the map confirms and corrects a party', manager, edit);
  story(browser, house, 'who keeps the map brings in a file with mistakes and reads what was refused', manager, bringIn, 1);
}
