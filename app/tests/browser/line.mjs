// The line falls away while Karim sends what he wrote.
import { KARIM, JORIS, partyPath, withHands } from './hands.mjs';
import { signIn } from './journeys.mjs';
import { expect, test } from './runner.mjs';

const QUESTION = /\/vraag\/[0-9a-f-]{36}/;
const HANDOVER = /\/overdracht\/[0-9a-f-]{36}/;
const FORM = '**/vraag/nieuw?*';
// Between the words stand marks that keep a name in another script in its place.
const FROM_THE_FLAT = /Van \u2068?Bewonersgroep Goudreinetflat/;

/// Who types in no other test: what one types is kept for the other browser of the same person.
const WILMA = { role: 'coördinator', party: 'Bewonersgroep Goudreinetflat' };

const box = (page) => page.getByLabel('Uw vraag');
const about = (page) => page.getByLabel('Waar gaat het over?', { exact: true });

/// A form filled in and ready to go.
async function written(karim, house, text, who) {
  await karim.page.goto(await partyPath(house, who === KARIM ? JORIS.party : KARIM.party));
  await karim.tap('link', 'Stel een vraag', FORM);
  await karim.write('Uw vraag', text);
  await about(karim.page).selectOption('schulden');
}

/// With script the page says itself that there is no line, and everything stays. Without, the browser says so in its own
/// words; waiting for that page first hears of the line itself.
async function sentIntoNothing(karim, script) {
  await karim.tap('button', 'Verstuur de vraag');
  if (script) {
    await karim.page.getByRole('alert').filter({ hasText: 'Er is geen verbinding' }).waitFor();
    return;
  }
  for (let tries = 0; tries < 3; tries += 1) await karim.page.waitForURL('chrome-error://**').catch(() => {});
  expect(karim.page.url().startsWith('chrome-error:'), `without a line ${karim.page.url()} is shown`);
}

async function sentOnce(karim, text) {
  await karim.sees('Uw vraag is verstuurd', text);
  await karim.page.goto('/vragen');
  const cards = await karim.page.locator('main .kaart').filter({ hasText: text }).count();
  expect(cards === 1, `the question was asked ${cards} times`);
}

/// No line, the line is back, and (without script) one step back: everything is there, and goes once.
async function back(browser, house, script) {
  const text = `Wie weet iets van water en licht? (terug ${script})`;
  // What one types is kept for the other browser of the same person: so each is somebody else.
  const who = script ? KARIM : JORIS;
  await withHands(browser, house, who, { script, lineFalls: script }, async (karim) => {
    await written(karim, house, text, who);
    await karim.context.setOffline(true);
    await sentIntoNothing(karim, script);
    await karim.context.setOffline(false);
    if (!script) await Promise.all([karim.page.waitForURL(FORM), karim.page.goBack()]);
    expect(await box(karim.page).inputValue() === text, 'the text is gone');
    expect(await about(karim.page).inputValue() === 'schulden', 'what it is about is gone');
    await karim.tap('button', 'Verstuur de vraag', QUESTION);
    await sentOnce(karim, text);
  });
}

/// It arrived and only the answer was lost: sending or loading again shows what was asked, and asks nothing twice.
async function again(browser, house, script) {
  const text = `Wie weet iets van een gasrekening? (opnieuw ${script})`;
  // What one types is kept for the other browser of the same person: so each is somebody else.
  const who = script ? KARIM : JORIS;
  await withHands(browser, house, who, { script, lineFalls: script }, async (karim) => {
    await written(karim, house, text, who);
    await karim.page.route('**/vraag/nieuw', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    await sentIntoNothing(karim, script);
    await karim.page.unroute('**/vraag/nieuw');
    if (script) await karim.tap('button', 'Verstuur de vraag', QUESTION);
    else await Promise.all([karim.page.waitForURL(QUESTION), karim.page.reload()]);
    await sentOnce(karim, text);
  });
}

/// Not now, says the server: the form stays as it is, and what the server says stands in it, as text.
async function notNow(browser, house) {
  const text = 'Wie kent een fietsenmaker? (niet nu)';
  await withHands(browser, house, KARIM, { lineFalls: true }, async (karim) => {
    await written(karim, house, text, KARIM);
    const body = '<!DOCTYPE html><main id="inhoud"><h1>U kunt nu alleen lezen</h1><p class="inleiding">Iets veranderen kan <b>straks</b> weer.</p></main>';
    await karim.page.route('**/vraag/nieuw', (route) => route.fulfill({ status: 503, contentType: 'text/html', body }));
    await karim.tap('button', 'Verstuur de vraag');
    await karim.page.getByRole('alert').filter({ hasText: 'U kunt nu alleen lezen. Iets veranderen kan straks weer.' }).waitFor();
    expect(await karim.page.getByRole('alert').locator('b').count() === 0, 'what the server says is taken as markup');
    expect(await box(karim.page).inputValue() === text, 'the text is gone');
    expect(await about(karim.page).inputValue() === 'schulden', 'what it is about is gone');
    await karim.page.unroute('**/vraag/nieuw');
    await karim.tap('button', 'Verstuur de vraag', QUESTION);
    await sentOnce(karim, text);
  });
}

/// The session is over while Karim types. He comes in once more in another tab, goes back to the first, and sends it.
async function anotherTab(browser, house) {
  const text = 'Wie heeft er een naaimachine? (ander tabblad)';
  await withHands(browser, house, KARIM, {}, async (karim) => {
    await written(karim, house, text, KARIM);
    await karim.context.clearCookies();
    await karim.tap('button', 'Verstuur de vraag');
    await karim.page.getByRole('alert').filter({ hasText: 'Meld u aan in een ander tabblad' }).waitFor();
    expect(await box(karim.page).inputValue() === text, 'the text is gone');
    const { cookies } = await signIn(browser, house, KARIM.role);
    await karim.context.addCookies(cookies);
    await karim.tap('button', 'Verstuur de vraag', QUESTION);
    await sentOnce(karim, text);
  });
}

/// The same with the hours of an offer of his own group: nothing is typed twice, and what was typed is what is kept.
async function ownOffer(browser, house) {
  const text = 'In de zomer staat de deur open.';
  await withHands(browser, house, KARIM, {}, async (karim) => {
    await karim.page.goto('/ik');
    await karim.tap('link', 'Werk het profiel bij', '**/beheer/partij/*');
    await karim.tap(karim.page.locator('main a[href*="/aanbod/0"]').first(), '', '**/aanbod/0*');
    const note = karim.page.locator('#opening_note');
    const keep = karim.page.locator('form:has(#opening_note)').getByRole('button', { name: 'Bewaren' }).first();
    await note.fill(text);
    await karim.context.clearCookies();
    await karim.tap(keep);
    await karim.page.getByRole('alert').filter({ hasText: 'Meld u aan in een ander tabblad' }).waitFor();
    expect(await note.inputValue() === text, 'what was typed is gone');
    const { cookies } = await signIn(browser, house, KARIM.role);
    await karim.context.addCookies(cookies);
    await karim.tap(keep, '', '**gedaan=**');
    await karim.page.reload();
    expect(await note.inputValue() === text, 'what was typed is not what was kept');
  });
}

/// What is typed is kept by itself: who loads the page again goes on with it, on the way to be rid of it too.
async function typed(browser, house, at, { fold, label }) {
  const text = `Wie denkt er mee? (getypt bij ${label})`;
  await withHands(browser, house, JORIS, {}, async (joris) => {
    await joris.page.goto(at);
    if (fold) await joris.tapCard(FROM_THE_FLAT, HANDOVER);
    if (fold) await joris.open(fold);
    const box = joris.page.getByLabel(label);
    const kept = joris.page.waitForResponse((answer) => answer.url().endsWith('/concept'));
    await joris.write(box, text);
    expect((await kept).status() === 204, 'what was typed is not kept');
    await joris.page.reload();
    await joris.sees('U was hiermee bezig');
    await joris.readable(`getypt-${fold ? 'overdracht' : 'vraag'}`);
    expect(await box.inputValue() === text, 'what was typed is not there again');
    await throwsAway(joris);
    expect(await box.inputValue() === '', 'what was thrown away is there still');
  });
}

/// The first of the texts that were not sent.
async function throwsAway(hands) {
  const again = hands.page.waitForEvent('framenavigated');
  await hands.tap('button', 'Gooi deze tekst weg');
  await again;
  await hands.page.waitForLoadState();
}

/// Three boxes are open at once. What stands in one is kept although another is typed in right after, and a third is sent.
async function threeBoxes(browser, house) {
  const texts = { 'Wat stelt u voor?': 'Kan het ook in onze spreekkamer?', 'Wilt u iets uitleggen?': 'Onze agenda is vol.' };
  await withHands(browser, house, JORIS, {}, async (joris) => {
    await joris.page.goto('/overdrachten');
    await joris.tapCard(FROM_THE_FLAT, HANDOVER);
    for (const fold of ['Ik stel iets anders voor', 'Dit lukt ons niet', 'Ik wil eerst iets weten']) await joris.open(fold);
    for (const [label, text] of Object.entries(texts)) await joris.write(label, text);
    const asked = joris.page.getByLabel('Wat wilt u weten?');
    await joris.write(asked, 'Is 06 12 34 56 78 het nummer?');
    await joris.tap(joris.page.locator('main form').filter({ has: asked }).getByRole('button'));
    await joris.page.locator('textarea[aria-invalid="true"]').waitFor();
    for (const [label, text] of Object.entries(texts)) {
      expect(await joris.page.getByLabel(label).inputValue() === text, `what was typed at “${label}” is gone`);
    }
    await joris.readable('getypt-in-drie-vakken');
    for (const _ of Object.keys(texts)) await throwsAway(joris);
    expect(await joris.page.getByRole('button', { name: 'Gooi deze tekst weg' }).count() === 0, 'more was kept than was typed');
  });
}

/// What is on its way to be kept arrives before the question: after it, what was sent would be there to send once more.
async function keptBeforeSent(browser, house) {
  const text = 'Wie heeft er nog een rollator over?';
  await withHands(browser, house, WILMA, {}, async (wilma) => {
    const began = [];
    let underway;
    let goOn;
    const keeping = new Promise((is) => { underway = is; });
    const lineIsBack = new Promise((is) => { goOn = is; });
    await wilma.page.exposeFunction('mayGo', (to) => {
      began.push(to);
      if (!to.endsWith('/concept')) return undefined;
      underway();
      return lineIsBack;
    });
    await wilma.page.addInitScript(() => {
      const { fetch } = globalThis;
      globalThis.fetch = async (to, options) => {
        await globalThis.mayGo(String(to));
        return fetch(to, options);
      };
    });
    await written(wilma, house, text, WILMA);
    const form = wilma.page.url();
    await keeping;
    await box(wilma.page).fill(`${text} Of twee?`);
    await wilma.tap('button', 'Verstuur de vraag');
    // Once the page answers, what the tap set going has begun.
    await wilma.page.title();
    const early = began.filter((to) => to.endsWith('/vraag/nieuw'));
    goOn();
    await wilma.page.waitForURL(QUESTION);
    expect(early.length === 0, 'the question went before what was on its way to be kept');
    await sentOnce(wilma, `${text} Of twee?`);
    await wilma.page.goto(form);
    expect(await box(wilma.page).inputValue() === '', 'what was sent is there to send once more');
  });
}

export function line(browser, house) {
  test('Joris types a question, loads the page again and goes on; then he throws it away',
    () => typed(browser, house, '/vraag/nieuw?aan=buurt', { label: 'Uw vraag' }));
  test('Joris types about a handover, loads the page again and goes on; then he types in three boxes and loses nothing', async () => {
    await typed(browser, house, '/overdrachten', { fold: 'Ik wil eerst iets weten', label: 'Wat wilt u weten?' });
    await threeBoxes(browser, house);
  });
  test('Wilma sends while what she typed is on its way to be kept, and it is not there to send once more', () => keptBeforeSent(browser, house));
  test('Karim sends while the server takes nothing, and his text is still there with what the server says', () => notNow(browser, house));
  test('Karim is signed out while he types, comes in again in another tab, and his text goes once', () => anotherTab(browser, house));
  test('Karim is signed out while he types the hours of his group, comes in again in another tab, and keeps them', () => ownOffer(browser, house));
  for (const script of [true, false]) {
    const how = script ? 'with' : 'without';
    test(`Karim sends without a line, and his text is still there and goes once, ${how} script`, () => back(browser, house, script));
    test(`Karim's question arrives and the answer is lost: once more asks nothing twice, ${how} script`, () => again(browser, house, script));
  }
}
