// Runs tests beside each other, gently, and says at the end how many passed.
const queue = [];

/// A test: a sentence about somebody, and what they do. All of one `order` end before the next begins.
export function test(sentence, run, order = 1) {
  queue.push({ sentence, run, order });
}

export function fail(sentence) {
  throw new Error(sentence);
}

export function expect(truth, sentence) {
  if (!truth) fail(sentence);
}

/// Several complaints at once: nobody likes to be corrected one at a time.
export function none(complaints, most = 12) {
  if (complaints.length === 0) return;
  const more = complaints.length > most ? `\n    … and ${complaints.length - most} more` : '';
  fail(`${complaints.length} complaints:\n    ${complaints.slice(0, most).join('\n    ')}${more}`);
}

export async function runAll({ beside, only }) {
  const counts = { passed: 0, failed: 0 };
  const chosen = queue.splice(0).filter((one) => !only || one.sentence.includes(only));
  for (const order of [...new Set(chosen.map((one) => one.order))].sort((a, b) => a - b)) {
    const waiting = chosen.filter((one) => one.order === order);
    const worker = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) await runOne(one, counts);
    };
    await Promise.all(Array.from({ length: beside }, worker));
  }
  return counts;
}

async function runOne({ sentence, run }, counts) {
  const began = performance.now();
  const took = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    await run();
    counts.passed += 1;
    console.log(`ok      ${sentence} (${took()})`);
  } catch (error) {
    counts.failed += 1;
    const where = error.stack?.split('\n').find((line) => line.includes('/tests/browser/') && !line.includes('runner.mjs'));
    console.log(`FAILED  ${sentence} (${took()})\n    ${error.message}\n    ${where?.trim() ?? ''}`);
  }
}
