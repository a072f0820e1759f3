// What people come to do, by keyboard alone and without script.
import { OPERATOR, visitor } from './house.mjs';
import { expect, none, test } from './runner.mjs';

/// Signs in as a person would, and gives what the browser remembers.
export async function signIn(browser, house) {
  const { context, page, complaints } = await visitor(browser, house);
  await page.goto('/beheer');
  await page.getByRole('textbox').or(page.locator('input[type=password]')).first().fill(OPERATOR);
  await page.locator('form[action="/beheer/aanmelden"] button').click();
  await page.waitForURL('**/beheer**');
  const state = await context.storageState();
  await context.close();
  none(complaints);
  return state;
}

export function journeys() {}
