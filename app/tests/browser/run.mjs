// Visits the demo with a real browser: everyone can read it, by keyboard, without script, on a small phone.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers } from './answers.mjs';
import { away } from './away.mjs';
import { beside } from './beside.mjs';
import { crawl } from './crawl/tests.mjs';
import { costs } from './hands.mjs';
import { OUTPUT, startBrowser, startHouse } from './house.mjs';
import { journeys, signIn } from './journeys.mjs';
import { kitchen } from './kitchen.mjs';
import { line } from './line.mjs';
import { looks } from './looks.mjs';
import { mail } from './mail.mjs';
import { collect } from './pages.mjs';
import { passkeys } from './passkeys.mjs';
import { expect, runAll, test } from './runner.mjs';

// Two at a time: a machine with two cores has a server to run as well.
const BESIDE = 2;

// Who walks through the house: as whom, and what the demo's door calls that.
const ROLES = [['manager', 'beheerder van de gemeente'], ['coordinator', 'coördinator'], ['privacy-officer', 'privacyfunctionaris']];

async function main() {
  rmSync(join(OUTPUT, 'screens'), { recursive: true, force: true });
  const began = performance.now();
  const house = await startHouse();
  let counts = { passed: 0, failed: 1 };
  try {
    const browser = await startBrowser();
    try {
      const options = { beside: BESIDE, only: process.env.ONLY };
      const states = {};
      for (const [as, role] of ROLES) states[as] = await signIn(browser, house, role);
      journeys(browser, house, states.manager);
      mail(browser, house);
      passkeys(browser, house);
      beside(browser, house);
      await kitchen(browser, house);
      line(browser, house);
      const others = [away(browser), crawl()];
      counts = await runAll(options).finally(() => Promise.all(others.map((house) => house.stop())));
      // After the journeys: what they made (an import, say) has pages of its own.
      const { pages, lost } = await collect(house, states);
      writeFileSync(join(OUTPUT, 'pages.json'), JSON.stringify(pages, null, 1));
      test('every route with a page is reached by a link', () =>
        expect(lost.length === 0, `no link leads to ${lost.join(', ')}`));
      answers(browser, house, states, pages);
      looks(browser, house, states, pages);
      const more = await runAll(options);
      counts = { passed: counts.passed + more.passed, failed: counts.failed + more.failed };
    } finally {
      await browser.close();
    }
  } finally {
    const log = await house.stop();
    if (/panicked|"level":"ERROR"| ERROR /.test(log)) {
      counts.failed += 1;
      console.log(`FAILED  the server reports no fault of its own\n${log.split('\n').filter((line) => /panic|ERROR/.test(line)).slice(0, 10).join('\n')}`);
    } else {
      counts.passed += 1;
    }
  }
  for (const told of costs()) console.log(`        ${told}`);
  console.log(`browser tests took ${Math.round((performance.now() - began) / 1000)} s; screenshots are in test-output/screens`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

main().catch((error) => {
  console.log(`FAILED  ${error.message}\n0 passed, 1 failed`);
  process.exitCode = 1;
});
