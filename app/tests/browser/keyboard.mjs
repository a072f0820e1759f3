// Hands on the keyboard only: no mouse, no calls into the page.
import { expect, fail } from './runner.mjs';

/// What has the focus now, as a person would name it, and whether it can be seen that it has.
async function focused(page) {
  return page.locator(':focus').first().evaluate((element) => {
    const label = element.labels?.[0] ?? document.querySelector(`label[for="${element.id}"]`);
    // A card's link covers the card: there the ring is drawn around what covers it.
    const rings = [getComputedStyle(element), getComputedStyle(element, '::after')];
    const drawn = (style) =>
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const box = element.getBoundingClientRect();
    return {
      name: (label ?? element).textContent.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim(),
      tag: element.tagName.toLowerCase(),
      id: element.id,
      seen: rings.some(drawn),
      inside: box.bottom > 0 && box.top < innerHeight,
    };
  // On the way round, past the last link, nothing has the focus.
  }, undefined, { timeout: 500 }).catch(() => ({ name: '', tag: 'body', id: '', seen: true, inside: true }));
}

/// Presses Tab until what is named `name` (a text, or a pattern) has the focus; `tag` narrows it down.
export async function tabTo(page, name, tag = '') {
  const met = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    met.push(now.name.slice(0, 30));
    const named = name instanceof RegExp ? name.test(now.name) : now.name.includes(name);
    if (named && (!tag || now.tag === tag)) {
      expect(now.seen, `nothing shows that “${now.name}” has the focus`);
      expect(now.inside, `“${now.name}” has the focus outside the screen`);
      return now;
    }
  }
  return fail(`Tab never reached ${tag} “${name}” at ${page.url()}; it met ${[...new Set(met)].slice(0, 40).join(' | ')}`);
}

/// Tab to a link or button and press Enter, and wait for where it leads.
export async function go(page, name, tag, leadsTo) {
  await tabTo(page, name, tag);
  await Promise.all([page.waitForURL(leadsTo), page.keyboard.press('Enter')]);
}

/// Tab to a field, take away what stands there, and type.
export async function type(page, label, text) {
  await tabTo(page, label);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

/// Tab to a list to choose from, and type the beginning of a choice.
export async function choose(page, label, choice) {
  await tabTo(page, label, 'select');
  await page.keyboard.type(choice);
}
