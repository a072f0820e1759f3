// Karim at his kitchen table and Joris of the wijkteam: they ask, answer, and hand over, on a phone with a poor line.
import { join } from 'node:path';
import { visitor } from './house.mjs';
import { JORIS, KARIM, SCREENS, partyPath, stateOf, withHands } from './hands.mjs';
import { signIn, story } from './journeys.mjs';
import { choose, tabTo, type } from './keyboard.mjs';
import { axe, mirrored, overflow } from './looks.mjs';
import { expect, none, test } from './runner.mjs';

const QUESTION = /\/vraag\/[0-9a-f-]{36}/;
const HANDOVER = /\/overdracht\/[0-9a-f-]{36}/;

/// Never the same text twice, so that nobody finds another's question.
let asked = 0;
const question = (about) => `Wie kan meekijken met een buurman en zijn ${about}? Ik ga graag mee. (${(asked += 1)})`;

/// Two people with a phone each, both there until the story ends.
function two(browser, house, options, tell, [one, other] = [KARIM, JORIS]) {
  return withHands(browser, house, one, options, (first) =>
    withHands(browser, house, other, options, (second) => tell(first, second)));
}

const plain = (page) => new URL(page.url()).pathname;

/// Fills in the form for a question that one is on, and sends it.
async function sends(hands, text) {
  await hands.write('Uw vraag', text);
  await hands.choose('Waar gaat het over?', 'schulden');
  await hands.tap('button', 'Verstuur de vraag', QUESTION);
}

async function asks(hands, party, text) {
  await hands.page.goto(party);
  const spent = await hands.counted('a question, from the page of a party', async () => {
    await hands.tap('link', 'Stel een vraag', '**/vraag/nieuw?*');
    await hands.readable('1-vraag-stellen');
    await sends(hands, text);
  });
  expect(spent.taps <= 4, `a question took ${spent.taps} taps besides the text`);
  await hands.sees('Uw vraag is verstuurd', text, `De bal ligt bij ${JORIS.party}`);
  await hands.readable('2-vraag-gesteld');
  return plain(hands.page);
}

async function answers(hands, text, answer) {
  await hands.page.goto('/vandaag');
  await hands.readable('3-vandaag-wie-gevraagd-is');
  await hands.counted('an answer, from vandaag', async () => {
    await hands.tapCard(text.slice(0, 60), QUESTION);
    await hands.sees(text, 'De bal ligt bij u');
    await hands.readable('4-vraag-beantwoorden');
    await hands.write('Uw antwoord', answer);
    await hands.tap('button', 'Geef antwoord', '**gedaan=answer');
  });
  await hands.sees('Uw antwoord is verstuurd', answer);
  await hands.readable('5-vraag-beantwoord');
}

async function thanks(hands, text, answer) {
  await hands.page.goto('/vandaag');
  await hands.readable('6-vandaag-met-antwoord');
  await hands.counted('a word of thanks, from vandaag', async () => {
    await hands.tapCard(text.slice(0, 60), QUESTION);
    await hands.sees(answer);
    await hands.tap('button', 'Bedank', '**gedaan=thank');
  });
  await hands.sees('Klaar. Er is bedankt');
  await hands.readable('7-vraag-bedankt');
}

/// Offers a handover from the page one is on, with one of the words laid out; gives the word.
async function offers(hands, link, which, name) {
  let word;
  const spent = await hands.counted(`an offer, ${name}`, async () => {
    await hands.tap('link', link, '**/overdracht/nieuw?*');
    await hands.readable(`${name}-1-aanbieden`);
    const form = hands.page.locator('main form').filter({ has: hands.page.locator('[name="codewoord"]') });
    const names = await form.locator('input:not([type="hidden"]), select, textarea').evaluateAll((all) => all.map((one) => one.name));
    const fields = new Set(names);
    expect(fields.size <= 8, `an offer has ${fields.size} fields: ${[...fields].join(', ')}`);
    await hands.tap(form.getByText('gaat de eerste keer mee'));
    const words = await form.locator('[name="codewoord"]').evaluateAll((all) => all.map((one) => one.value));
    word = words.sort().at(which);
    await hands.tap(form.locator('.keuze').filter({ hasText: new RegExp(`^\\s*${word}\\s*$`) }));
    await hands.tap(form.getByText('de bewoner weet het en wil het'));
    await hands.tap('button', 'Bied de overdracht aan', HANDOVER);
  });
  expect(spent.screens <= 2, `an offer took ${spent.screens} screens`);
  expect(spent.typed === 0, `an offer took ${spent.typed} characters`);
  await hands.sees('De overdracht is aangeboden', word);
  await hands.readable(`${name}-2-aangeboden`);
  return { word, path: plain(hands.page) };
}

/// From the offer to the end, by both: accepted on a day, together at a table, let go, looked back. A guide who `stays` is
/// there until a day between.
async function handsOver(giver, receiver, { word, path }, name, { stays = false } = {}) {
  await receiver.page.goto('/vandaag');
  await receiver.readable(`${name}-3-vandaag`);
  let taps;
  const accepted = await receiver.counted(`accepting, from vandaag, ${name}`, async () => {
    await receiver.tapCard(word, HANDOVER);
    await receiver.sees('De bal ligt bij u', word);
    await receiver.readable(`${name}-4-aannemen`);
    expect(plain(receiver.page) === path, `the card of ${word} leads elsewhere`);
    const before = receiver.so.taps;
    await receiver.tap(receiver.page.locator('main form button[name="dag"]').first(), '', '**gedaan=accept');
    taps = receiver.so.taps - before;
  });
  expect(taps <= 2, `accepting took ${taps} taps on its page`);
  expect(accepted.taps <= 2, `accepting took ${accepted.taps} taps from /vandaag`);
  await receiver.sees('U heeft de overdracht aangenomen', 'Eerste gesprek');
  await receiver.readable(`${name}-5-aangenomen`);

  await giver.page.goto('/vandaag');
  await giver.counted(`we sat together, ${name}`, async () => {
    await giver.tapCard(word, HANDOVER);
    await giver.readable(`${name}-6-samen`);
    await giver.tap('button', 'Ja, we zaten samen', '**gedaan=sat-together');
  });
  await receiver.page.goto('/vandaag');
  await receiver.counted(`yes we did, ${name}`, async () => {
    await receiver.tapCard(word, HANDOVER);
    await receiver.readable(`${name}-7-bevestigen`);
    await receiver.tap('button', 'Ja, dat klopt', '**gedaan=confirm');
  });
  await receiver.sees('De bewoner kent nu twee gezichten');
  await receiver.readable(`${name}-7-bevestigd`);

  if (stays) await staysBeside(giver, receiver, { word, path }, name);

  await giver.page.goto('/vandaag');
  await giver.counted(`letting go, ${name}`, async () => {
    await giver.tapCard(word, HANDOVER);
    await giver.open('Ik laat los');
    await giver.readable(`${name}-8-loslaten`);
    await giver.tap('button', 'Ik laat los', '**gedaan=let-go');
  });
  await giver.sees('U heeft losgelaten');

  await looksBack(giver, word, 'Goed', 'Zij belden op tijd.', `${name}-9-gever`);
  await receiver.page.goto(path);
  await receiver.sees('Dit ziet u als u zelf heeft teruggekeken');
  await looksBack(receiver, word, 'Ging wel', 'Fijn dat de gids erbij was.', `${name}-9-ontvanger`);
  await receiver.sees('Zij belden op tijd.', 'U keek er allebei op terug');
  await receiver.readable(`${name}-10-klaar`);
  await giver.page.reload();
  await giver.sees('Fijn dat de gids erbij was.');
}

/// Until a day that the guide agrees on with the resident; both sides read which. A day is chosen in the phone's own window.
async function staysBeside(giver, receiver, { word, path }, name) {
  const until = new Date(Date.now() + 21 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await giver.page.goto('/vandaag');
  await giver.counted(`staying until a day, ${name}`, async () => {
    await giver.tapCard(word, HANDOVER);
    await giver.pick('Tot welke dag blijft u?', until);
    await giver.readable(`${name}-7-blijven`);
    await giver.tap('button', 'Spreek dit af', '**gedaan=stay-until');
  });
  await giver.sees('U blijft erbij tot', 'Gids blijft tot');
  await giver.readable(`${name}-7-blijft`);
  await receiver.page.goto(path);
  await receiver.sees('De gids blijft erbij tot');
}

/// What is let go stands on /overdrachten, and not in the day any more.
async function looksBack(hands, word, how, line, name) {
  await hands.page.goto('/vandaag');
  await hands.counted(`looking back, from vandaag, ${name}`, async () => {
    await hands.tap('link', 'Alle overdrachten', '**/overdrachten');
    await hands.readable(`${name}-overdrachten`);
    await hands.tapCard(word, HANDOVER);
    await hands.readable(`${name}-terugkijken`);
    await hands.tap(hands.page.locator('main .keuze').filter({ hasText: new RegExp(`^\\s*${how}\\s*$`) }));
    await hands.write('Wilt u er één zin bij zeggen?', line);
    await hands.tap('button', 'Bewaar', '**gedaan=look-back');
  });
  await hands.sees(line);
}

async function fromGuide(browser, house) {
  const party = await partyPath(house, JORIS.party);
  const text = question('post van de deurwaarder');
  const answer = 'Kom donderdag samen langs op de wijkpost, dan kijken wij mee.';
  await two(browser, house, { slow: true, beside: true }, async (karim, joris) => {
    await asks(karim, party, text);
    await answers(joris, text, answer);
    await thanks(karim, text, answer);
    const offered = await offers(karim, 'Draag hulp warm over', 0, 'van-de-gids');
    await handsOver(karim, joris, offered, 'van-de-gids', { stays: true });
  });
}

async function fromProfessional(browser, house) {
  const party = await partyPath(house, KARIM.party);
  await two(browser, house, { slow: true, beside: true }, async (joris, karim) => {
    await joris.page.goto(party);
    const offered = await offers(joris, 'Draag hulp warm over', -1, 'naar-de-gids');
    await handsOver(joris, karim, offered, 'naar-de-gids');
  }, [JORIS, KARIM]);
}

/// To the neighbourhood, as to a party that does several things, nothing can fill in what the question is about.
async function neighbourhood(browser, house) {
  const text = question('rekeningen');
  await withHands(browser, house, KARIM, {}, async (karim) => {
    await karim.page.goto('/vandaag');
    const spent = await karim.counted('a question to the neighbourhood, from vandaag', async () => {
      await karim.tap('link', 'Vraag het de buurt', '**/vraag/nieuw?*');
      await sends(karim, text);
    });
    expect(spent.taps <= 4, `a question took ${spent.taps} taps besides the text`);
    await karim.sees('Uw vraag is verstuurd', text);
  });
}

/// The long way: nobody knows yet where the party stands.
async function search(browser, house) {
  const text = question('toeslag');
  await withHands(browser, house, KARIM, {}, async (karim) => {
    await karim.page.goto('/vandaag');
    await karim.counted('a question to a party to be looked for, from vandaag', async () => {
      await karim.tap('link', 'Zoek een partij', '**/zoek');
      await karim.write('Waar zoekt u hulp bij?', JORIS.party);
      await karim.page.keyboard.press('Enter');
      karim.so.taps += 1;
      await karim.page.waitForURL('**q=**');
      await karim.tap('link', JORIS.party, '**/partij/*');
      await karim.tap('link', 'Stel een vraag', '**/vraag/nieuw?*');
      await sends(karim, text);
    });
    await karim.sees('Uw vraag is verstuurd', text);
  });
}

async function withoutScript(browser, house) {
  const party = await partyPath(house, JORIS.party);
  const text = question('brieven van de belasting');
  const answer = 'Dat kan, wij lopen zelf even binnen.';
  await two(browser, house, { script: false }, async (karim, joris) => {
    await karim.page.goto(party);
    await karim.tap('link', 'Stel een vraag', '**/vraag/nieuw?*');
    await sends(karim, text);
    await karim.sees('Uw vraag is verstuurd', text);
    await joris.page.goto('/vandaag');
    await joris.tapCard(text.slice(0, 60), QUESTION);
    await joris.write('Uw antwoord', answer);
    await joris.tap('button', 'Geef antwoord', '**gedaan=answer');
    await karim.page.reload();
    await karim.sees(answer, 'Er is een antwoord');
    // What takes no words is done on the list, and the list comes back.
    await karim.page.goto('/vandaag');
    const card = karim.page.locator('main .kaart').filter({ hasText: text.slice(0, 60) });
    await karim.tap(card.getByRole('button', { name: 'Bedank' }), '', '**/vandaag?gedaan=*');
    await karim.sees('Uw dank is verstuurd');
  });
}

/// Joris has his day open and does nothing; Karim asks, and the question comes to stand there. Nobody loads the page again.
async function appears(browser, house) {
  const party = await partyPath(house, JORIS.party);
  const text = question('energiecontract');
  // A session of his own: of each only a few pages listen.
  const storageState = await signIn(browser, house, JORIS.role);
  await withHands(browser, house, JORIS, { storageState }, async (joris) => {
    await joris.page.goto('/vandaag');
    await joris.page.evaluate(() => { globalThis.loadedOnce = true; });
    const { screens } = joris.so;
    await withHands(browser, house, KARIM, {}, async (karim) => {
      await karim.page.goto(party);
      await karim.tap('link', 'Stel een vraag', '**/vraag/nieuw?*');
      await sends(karim, text);
    });
    const card = joris.page.locator('#dag .kaart').filter({ hasText: text.slice(0, 60) });
    await card.first().waitFor();
    expect(joris.so.screens === screens && await joris.page.evaluate(() => globalThis.loadedOnce === true), 'the page was loaded again');
    await joris.readable('vandaag-vanzelf');
    await joris.tapCard(text.slice(0, 60), QUESTION);
    await joris.sees(text, 'De bal ligt bij u');
  });
}

/// A telephone number is refused where it stands, and everything else is still there.
function byKeyboard(party) {
  return async (page, script) => {
    const about = question(`papieren ${script ? 'met' : 'zonder'} script`);
    await page.goto(await party());
    await tabTo(page, 'Stel een vraag', 'a');
    await Promise.all([page.waitForURL('**/vraag/nieuw?*'), page.keyboard.press('Enter')]);
    await type(page, 'Uw vraag', `${about} Bel 06 12 34 56 78.`);
    await choose(page, 'Waar gaat het over?', 'Geld');
    await tabTo(page, 'Verstuur de vraag', 'button');
    await page.keyboard.press('Enter');
    const box = page.locator('textarea[aria-invalid="true"]');
    await box.waitFor();
    expect((await box.inputValue()).startsWith(about), 'what was typed is gone');
    if (script) none(await axe(page));
    await page.screenshot({ path: join(SCREENS, `keuken-geweigerd-${script ? 'met' : 'zonder'}-script.png`), fullPage: true });
    await type(page, 'Uw vraag', about);
    await tabTo(page, 'Verstuur de vraag', 'button');
    await Promise.all([page.waitForURL(QUESTION), page.keyboard.press('Enter')]);
    const main = await page.locator('main').innerText();
    expect(main.includes(about), 'the question is not on its page');
  };
}

const LOOKS = [['nl', 360], ['nl', 1280], ['ar', 360], ['ar', 1280]];

/// One page in one language on one width: its picture, and what is wrong with it.
async function pictured(page, name, path, [lang, width]) {
  const at = `${name}-${lang}-${width}`;
  await page.goto(path);
  const found = (await axe(page)).map((complaint) => `${at}: ${complaint}`);
  const wide = await overflow(page);
  if (wide) found.push(`${at}: ${wide}`);
  if (lang === 'ar') found.push(...(await mirrored(page)).map((complaint) => `${at}: ${complaint}`));
  await page.screenshot({ path: join(SCREENS, `keuken-${at}.png`), fullPage: true });
  return found;
}

/// What Karim sees. The question and the handover are the demo's own: no other test does anything to them.
async function pictures(browser, house, [lang, width]) {
  const storageState = await stateOf(browser, house, KARIM);
  const party = await partyPath(house, JORIS.party);
  const id = party.split('/').pop();
  const { context, complaints, page } = await visitor(browser, house, { lang, width, height: width === 360 ? 740 : 900, storageState });
  const found = [];
  try {
    await page.goto('/vandaag');
    const of = (kind, text) => page.locator('main .kaart').filter({ hasText: text }).locator(`a[href^="/${kind}/"]`).first().getAttribute('href');
    const all = [
      ['vandaag', '/vandaag'], ['partij', party], ['vragen', '/vragen'], ['overdrachten', '/overdrachten'],
      ['vraag-nieuw', `/vraag/nieuw?aan=${id}`], ['vraag', await of('vraag', 'een vader die veel brieven')],
      ['overdracht-nieuw', `/overdracht/nieuw?aan=${id}`], ['overdracht', await of('overdracht', 'Waardwelzijn')],
    ];
    for (const [name, path] of all) found.push(...await pictured(page, name, path, [lang, width]));
  } finally {
    await context.close();
  }
  none([...new Set([...found, ...complaints])]);
}

export async function kitchen(browser, house) {
  const storageState = await stateOf(browser, house, KARIM);
  test('Karim asks the wijkteam, thanks Joris and hands over to him, on a phone with a poor line', () => fromGuide(browser, house));
  test('Joris hands over to the buurtvaders, and Karim takes it, on a phone with a poor line', () => fromProfessional(browser, house));
  test('Karim asks the whole neighbourhood in four taps and his text', () => neighbourhood(browser, house));
  test('Karim looks up the wijkteam and asks it something', () => search(browser, house));
  test('Joris has his day open, Karim asks, and the question stands there without loading the page', () => appears(browser, house));
  test('Karim asks and Joris answers with script switched off', () => withoutScript(browser, house));
  for (const look of LOOKS) {
    test(`Karim reads his day, his questions and his handovers, ${look[0]} at ${look[1]} px`, () => pictures(browser, house, look));
  }
  story(browser, house, 'Karim asks the wijkteam, takes out a telephone number and sends it', { storageState, width: 360, height: 740 },
    byKeyboard(() => partyPath(house, JORIS.party)));
}
