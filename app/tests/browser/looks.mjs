// Every page in every language, width and colour: axe finds nothing, nothing sticks out, nothing is asked elsewhere.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { OUTPUT, visitor } from './house.mjs';
import { none, test } from './runner.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const LANGUAGES = ['nl', 'en', 'ar'];
/// Other words in the same layout: a look at the pages with the most of them is enough, also for their letters.
const MORE_LANGUAGES = ['tr', 'pl', 'uk'];
const MOST_WORDS = [
  'start', 'wie', 'partij-id', 'kaart', 'themas', 'hulp', 'privacy', 'aanmelden', 'ik',
  'vandaag', 'vraag-nieuw', 'vraag-question', 'overdracht-nieuw', 'overdracht-handover',
];
const LOOKS = [[360, 'light'], [1280, 'light'], [1280, 'dark'], [360, 'dark']];
const SCREENS = join(OUTPUT, 'screens');

/// What axe finds, as sentences; empty when nothing.
export async function axe(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${AXE};undefined`);
  const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    // WCAG 2.2's size of a target is tagged but off by default.
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  }), TAGS);
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) =>
    `axe ${id}: ${node.target.join(' ')} — ${(node.failureSummary ?? '').split('\n').slice(1, 2).join('').trim()}`));
}

/// How far the page can be scrolled sideways, and what sticks out.
export async function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const out = [...document.querySelectorAll('body *')].find((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return `${scrollWidth - clientWidth} px too wide (${out?.tagName.toLowerCase()}.${out?.className})`;
  });
}

export async function mirrored(page) {
  return page.evaluate(() => {
    const complaints = [];
    if (document.documentElement.dir !== 'rtl') complaints.push('dir is not rtl');
    const brand = document.querySelector('.merk')?.getBoundingClientRect();
    const middle = document.documentElement.clientWidth / 2;
    if (brand && brand.left + brand.width / 2 < middle) complaints.push('the brand stands on the left');
    const heading = document.querySelector('h1');
    if (heading && getComputedStyle(heading).textAlign === 'left') complaints.push('the heading is aligned left');
    return complaints;
  });
}

async function look(browser, house, state, { name, path }, lang) {
  const { context, complaints, page } = await visitor(browser, house, { lang, storageState: state });
  const found = [];
  try {
    const answer = await page.goto(path);
    if (answer.status() >= 500) found.push(`answers ${answer.status()}`);
    const html = await page.evaluate(() => document.documentElement.lang);
    if (html !== lang) found.push(`speaks ${html}`);
    if (lang === 'ar') found.push(...await mirrored(page));
    for (const [width, scheme] of LOOKS) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      await page.emulateMedia({ colorScheme: scheme });
      found.push(...(await axe(page)).map((complaint) => `${width} ${scheme}: ${complaint}`));
      const wide = await overflow(page);
      if (wide) found.push(`${width} px: ${wide}`);
      // Dark differs from light in its colours only, and those do not depend on the language.
      if (scheme === 'light' || lang === 'nl') {
        await page.screenshot({ path: join(SCREENS, `${name}-${lang}-${width}-${scheme}.png`), fullPage: true });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 640 });
    const narrow = await overflow(page);
    if (narrow) found.push(`320 px: ${narrow}`);
    // What a reader gets who asks for letters twice as large.
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    for (const width of [640, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await overflow(page);
      if (wide) found.push(`200 % text at ${width} px: ${wide}`);
    }
  } finally {
    await context.close();
  }
  none([...new Set([...found, ...complaints])]);
}

/// One test for each page and language; pages that are not for everybody as who found them.
export function looks(browser, house, states, pages) {
  mkdirSync(SCREENS, { recursive: true });
  test('the pages with the most words are there to look at', () =>
    none(MOST_WORDS.filter((name) => !pages.some((page) => page.name === name)).map((name) => `no page is called ${name}`)));
  for (const one of pages) {
    // A second page of one kind has other content in the same frame: one language shows what that does.
    const languages = MOST_WORDS.includes(one.name) ? [...LANGUAGES, ...MORE_LANGUAGES] : LANGUAGES;
    for (const lang of one.second ? ['nl'] : languages) {
      const signedIn = one.who === 'anyone' ? undefined : states[one.as];
      test(`${one.name} in ${lang} can be read by everyone`, () => look(browser, house, signedIn, one, lang), 2);
    }
  }
  test('beheer for who has not signed in can be read by everyone', () =>
    look(browser, house, undefined, { name: 'beheer-aanmelden', path: '/beheer' }, 'nl'), 2);
}
