// A party opens its mail, follows one of the three links, and answers: by keyboard, with script and without.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { story, shown } from './journeys.mjs';
import { go, tabTo, type } from './keyboard.mjs';
import { expect } from './runner.mjs';

/// The letters of the demo, in a fixed order: to whom, and the paths of their three links.
export function letters(house) {
  const folder = join(house.data, 'data/demo-mail');
  return readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const link = (answer) => new URL(text.match(new RegExp(`^http://\\S+/${answer}\\r?$`, 'm'))[0].trim()).pathname;
    const to = text.match(/^To: (.+?)\r?$/m)[1];
    return { to, klopt: link('klopt'), veranderd: link('veranderd'), weg: link('weg') };
  }).sort((one, other) => one.to.localeCompare(other.to));
}

/// Paths of every kind of page a letter leads to, used or not.
export function addresses(house) {
  return letters(house).flatMap(({ klopt, veranderd, weg }) => [klopt, veranderd, weg, klopt.replace(/klopt$/, 'bedankt')]);
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

export function mail(browser, house) {
  const of = (at, tell) => (page, script) => tell(page, letters(house)[script ? at : at + 1], script);
  story(browser, house, 'a party says with one tap that everything is still right', {}, of(0, right), 3);
  story(browser, house, 'a party changes its own words from the mail', {}, of(2, changed), 3);
  story(browser, house, 'a party takes itself off and changes its mind', {}, of(4, off), 3);
}
