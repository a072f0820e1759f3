// Two people beside each other: a code on one screen, read by the other; what then happens, both can look up, and nobody else.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { visitor } from './house.mjs';
import { keysOf, press, readable } from './passkeys.mjs';
import { expect, none, test } from './runner.mjs';

const PHONE = { width: 360, height: 740 };
const READER = readFileSync(createRequire(import.meta.url).resolve('jsqr'), 'utf8');

/// What a camera reads from the picture on a screen: the pixels themselves, and not the link below it.
async function scanned(browser, picture) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const read = await page.evaluate(async ([reader, png]) => {
    const held = { exports: {} };
    new Function('module', 'exports', reader)(held, held.exports);
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data, width, height } = pen.getImageData(0, 0, image.width, image.height);
    const jsQR = held.exports.default ?? held.exports;
    return jsQR(data, width, height)?.data;
  }, [READER, picture.toString('base64')]);
  await context.close();
  return read;
}

async function enters(browser, house, name, options) {
  const met = await visitor(browser, house, options);
  await met.page.goto('/aanmelden');
  await press(met.page, name);
  await met.page.waitForURL(/\/(ik|vandaag)$/);
  return met;
}

/// An answer to whoever this is, but for the address itself and secrets of the moment.
async function answer(page, path) {
  const got = await page.request.get(path);
  const text = (await got.text()).replaceAll(path, '«address»');
  return { status: got.status(), text: text.replaceAll(/(name="(?:once|csrf|token)" value="|nonce-)[^"']*/g, '$1«secret»') };
}

async function story(browser, house) {
  const wilma = await enters(browser, house, /Wilma/, PHONE);
  await wilma.page.goto('/ik');
  await wilma.page.getByRole('link', { name: 'Mensen' }).first().click();
  await wilma.page.waitForURL('**/mensen');
  const people = new URL(wilma.page.url()).pathname;
  await wilma.page.locator('select[name="role"]').last().selectOption('volunteer');
  await press(wilma.page, 'Toon een code');
  const picture = wilma.page.locator('svg.qr');
  await picture.scrollIntoViewIfNeeded();
  const link = await scanned(browser, await picture.screenshot());
  expect(link, 'a phone cannot read the code on a screen of 360 wide');
  expect(new URL(link).pathname.startsWith('/uitnodiging/'), `the code leads to ${link}`);

  const met = await visitor(browser, house, PHONE);
  const { context, page } = met;
  page.setDefaultTimeout(15_000);
  await keysOf(context, page);
  await page.goto(new URL(link).pathname);
  await press(page, 'Ja, ga verder');
  await page.getByLabel('Hoe noemen de anderen u?').fill('Yara');
  await press(page, 'Ja, ik doe mee');
  await page.waitForURL('**/ik?gedaan=welkom');
  await press(page, 'Maak een sleutel');
  await page.waitForURL('**/ik?gedaan=sleutel');
  await page.getByRole('link', { name: 'Werk het profiel bij' }).click();
  await page.waitForURL('**/beheer/partij/*');
  await page.locator('main a[href*="/aanbod/0"]').first().click();
  await page.locator('#opening').fill('di 14.00-16.00');
  await page.locator('form:has(#opening)').getByRole('button', { name: 'Bewaren' }).first().click();
  await page.waitForURL('**gedaan=**');
  const offer = new URL(page.url()).pathname;

  const found = [];
  for (const [who, { page: seen, context: own }, said] of [['the volunteer', met, 'U veranderde aanbod'], ['the coordinator', wilma, 'Yara veranderde aanbod']]) {
    await seen.goto('/ik/wie-keek');
    const line = seen.locator('main li', { hasText: 'veranderde aanbod' }).first();
    const told = (await line.innerText()).replaceAll(/[\u2066-\u2069]/g, '');
    expect(told.includes(said), `${who} reads “${told}” and not “${said}”`);
    found.push(...await readable(own, seen, house, `who looked, for ${who}`));
  }

  const joris = await enters(browser, house, /Joris/, {});
  for (const theirs of [people, offer, people.replace('/mensen', '')]) {
    const never = theirs.replace(/[0-9a-f]{4}(?=[0-9a-f]{8}(?:\/|$))/, 'dead').replace(/(partij\/)[0-9a-f-]{36}/, '$101930000-0000-7000-8000-00000000dead');
    const [real, none] = [await answer(joris.page, theirs), await answer(joris.page, never)];
    expect(real.status === 404 && none.status === 404, `${theirs} answers ${real.status} and ${never} ${none.status}`);
    expect(real.text === none.text, `${theirs} does not answer as what never existed`);
  }
  await Promise.all([context.close(), wilma.context.close(), joris.context.close()]);
  none([...found, ...wilma.complaints, ...met.complaints]);
}

export function beside(browser, house) {
  test('Wilma shows a code, Yara reads it with her phone, makes a key and changes the hours; both see it, and Joris finds nothing', () => story(browser, house), 6);
}
