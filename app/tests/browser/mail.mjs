// A party opens its mail, follows one of the three links, and answers: by keyboard, with script and without.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { story, shown } from './journeys.mjs';
import { go, tabTo, type } from './keyboard.mjs';
import { JORIS, KARIM, withHands } from './hands.mjs';
import { expect, test } from './runner.mjs';

/// Every letter there is.
function written(house) {
  const folder = join(house.data, 'data/demo-mail');
  return readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => readFileSync(join(folder, name), 'utf8'));
}

/// The links in letters that say that something waits, or ask whether the address is right; newest last.
function links(house, to = '') {
  const theirs = written(house).filter((text) => text.includes(`To: ${to}`));
  return theirs.flatMap((text) => [...text.matchAll(/^http:\/\/\S+(\/mail\/[0-9a-f]{64})\r?$/gm)].map((found) => found[1]));
}

/// The letters of the demo, in a fixed order: to whom, and the paths of their three links.
export function letters(house) {
  return written(house).filter((text) => /\/klopt\r?$/m.test(text)).map((text) => {
    const link = (answer) => new URL(text.match(new RegExp(`^http://\\S+/${answer}\\r?$`, 'm'))[0].trim()).pathname;
    const to = text.match(/^To: (.+?)\r?$/m)[1];
    return { to, klopt: link('klopt'), veranderd: link('veranderd'), weg: link('weg') };
  }).sort((one, other) => one.to.localeCompare(other.to));
}

/// Paths of every kind of page a letter leads to, used or not.
export function addresses(house) {
  const answers = letters(house).flatMap(({ klopt, veranderd, weg }) => [klopt, veranderd, weg, klopt.replace(/klopt$/, 'bedankt')]);
  return [...answers, ...links(house).slice(-1)];
}

async function right(page, letter) {
  await page.goto(letter.klopt);
  await page.reload();
  await shown(page, 'Klopt het nog');
  await go(page, 'Ja, het klopt nog', 'button', '**/bedankt');
  await shown(page, 'Dank u wel');
  await go(page, /op de kaart$/, 'a', '**/partij/*');
  await shown(page, 'de partij zelf');
  const again = await page.goto(letter.klopt);
  expect(again.status() === 410, `a used link answers ${again.status()}`);
  await shown(page, 'Deze link is al gebruikt');
}

async function changed(page, letter, script) {
  await page.goto(letter.veranderd);
  const summary = `Wij zijn er weer. ${script ? 'Met' : 'Zonder'} script.`;
  await type(page, /^In één zin/, summary);
  await type(page, /^Telefoon/, 'bel ons');
  await tabTo(page, 'Bewaren, zo klopt het', 'button');
  await page.keyboard.press('Enter');
  const fault = page.locator('[aria-invalid="true"]');
  await fault.first().waitFor();
  expect(await fault.getAttribute('name') === 'role_phone', 'the fault is not at the telephone');
  expect(await page.locator('#summary').inputValue() === summary, 'what was typed is gone');
  await type(page, /^Telefoon/, '088 000 77 77');
  await go(page, 'Bewaren, zo klopt het', 'button', '**/bedankt');
  await go(page, /op de kaart$/, 'a', '**/partij/*');
  await shown(page, summary);
  await shown(page, '088 000 77 77');
}

async function off(page, letter) {
  await page.goto(letter.klopt);
  const party = await page.locator('main a[href^="/partij/"]').first().getAttribute('href');
  await page.goto(letter.weg);
  await go(page, 'Ja, haal ons weg', 'button', '**/bedankt');
  await shown(page, 'U staat niet meer op de kaart');
  expect((await page.request.get(party)).status() === 404, 'the party is still on the map');
  await go(page, 'Zet ons terug op de kaart', 'button', '**/bedankt');
  // The address stays the same, so the words say when the new page is there.
  await page.getByText('U staat weer op de kaart').first().waitFor();
  expect((await page.request.get(party)).status() === 200, 'the party did not come back');
}

/// Somebody wants letters, follows the link of the first, and stops again: three pages, and nothing to type but the address.
async function wants(browser, house, who, script) {
  const to = `${script ? 'met' : 'zonder'}-script@voorbeeld.nl`;
  await withHands(browser, house, who, { script }, async (hands) => {
    await hands.page.goto('/ik/mail');
    await hands.readable('mail-1');
    await hands.write('Uw e-mailadres', to);
    await hands.tap('button', 'Mail mij', '**gedaan=gevraagd');
    await hands.sees('Er is een mail onderweg naar');
    const [link] = links(house, to);
    await hands.page.goto(link);
    await hands.readable('mail-2');
    await hands.tap('button', 'Ja, mail mij');
    await hands.page.getByText('In elke mail staat een link om te stoppen').waitFor();
    await hands.page.goto('/ik/mail');
    await hands.sees('U krijgt mail als er iets wacht');
    expect(await hands.page.getByLabel('Uw e-mailadres').inputValue() === to, 'the address is gone');
  });
}

export function mail(browser, house) {
  for (const [who, script] of [[KARIM, true], [JORIS, false]]) {
    test(`somebody wants a letter a day and says so with one tap, ${script ? 'with' : 'without'} script`, () => wants(browser, house, who, script));
  }
  const of = (at, tell) => (page, script) => tell(page, letters(house)[script ? at : at + 1], script);
  story(browser, house, 'a party says with one tap that everything is still right', {}, of(0, right), 3);
  story(browser, house, 'a party changes its own words from the mail', {}, of(2, changed), 3);
  story(browser, house, 'a party takes itself off and changes its mind', {}, of(4, off), 3);
}
