// Whether two answers are the same to whoever got them, but for what is drawn anew each time and what they had sent themselves.

/// The moment is no secret, and a cookie's value is its owner's.
const ASIDE = ['date', 'connection', 'keep-alive'];

/// A form whole: whoever refuses it does not read it piece by piece.
async function whole(body) {
  if (!body) return {};
  const made = new Response(body);
  return { kind: { 'content-type': made.headers.get('content-type') }, bytes: await made.arrayBuffer() };
}

/// All of an answer, as the one who asked gets it.
export async function hear(base, cookie, { method = 'GET', path, body }, again = 3) {
  const { kind, bytes } = await whole(body);
  const headers = { cookie, 'accept-encoding': 'identity', 'accept-language': 'nl', ...kind };
  if (method === 'POST') headers.origin = base;
  try {
    const answer = await fetch(base + path, { method, headers, body: bytes, redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    const told = [...answer.headers].filter(([name]) => !ASIDE.includes(name));
    return { status: answer.status, headers: told, body: await answer.text() };
  } catch (error) {
    // A connection that the server closes just as it is used again says nothing of the answer.
    if (again > 0) return hear(base, cookie, { method, path, body }, again - 1);
    throw new Error(`${method} ${path} was not answered: ${error.cause?.message ?? error.message}`);
  }
}

const secretless = (text) => text
  .replaceAll(/(name="(?:once|csrf|token)" value=")[^"]*"/g, '$1«secret»"')
  .replaceAll(/sinds=\d+/g, 'sinds=«now»')
  .replaceAll(/nonce-[A-Za-z0-9+/=_-]+/g, 'nonce-«secret»');

/// The answer without what may differ: secrets of the moment, and what was sent (`sent[0]` is the first thing, and so on).
export function bare(answer, sent) {
  const blank = (text) => sent.reduce((left, value, at) => (value ? left.replaceAll(value, `«sent ${at + 1}»`) : left), text);
  const headers = answer.headers.map(([name, value]) => {
    if (name === 'set-cookie') return `${name}: ${value.replace(/=[^;]*/, '=«secret»')}`;
    // The length follows from the body, which may say back what was sent.
    if (name === 'content-length') return `${name}: ${value - Buffer.byteLength(answer.body)} more than there is`;
    return `${name}: ${blank(value)}`;
  });
  return { status: answer.status, headers: headers.sort(), body: blank(secretless(answer.body)) };
}

/// What differs between two, as sentences; nothing when they are equal.
export function differences(one, other) {
  const found = [];
  if (one.status !== other.status) found.push(`status ${one.status} and ${other.status}`);
  for (const line of one.headers) if (!other.headers.includes(line)) found.push(`only the first says “${line}”`);
  for (const line of other.headers) if (!one.headers.includes(line)) found.push(`only the second says “${line}”`);
  if (one.body !== other.body) found.push(`bodies of ${one.body.length} and ${other.body.length}: ${apart(one.body, other.body)}`);
  return found;
}

function apart(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const near = (text) => text.slice(Math.max(0, at - 40), at + 80).replaceAll(/\s+/g, ' ');
  return `“${near(one)}” and “${near(other)}”`;
}

/// Answers that differ in one thing each; whoever compares must see every one of them, and nothing in the last two.
export function controls() {
  const page = { status: 404, headers: [['content-length', '40'], ['vary', 'Cookie'], ['set-cookie', 'a=1; Path=/']], body: '<p>b1</p><input name="once" value="x">' };
  const but = (change) => ({ ...page, ...change });
  return [
    ['another status', but({ status: 303 }), true],
    ['one header more', but({ headers: [...page.headers, ['location', '/']] }), true],
    ['one header less', but({ headers: page.headers.slice(1) }), true],
    ['another length', but({ headers: [['content-length', '41'], ...page.headers.slice(1)] }), true],
    ['another place for a cookie', but({ headers: [...page.headers.slice(0, 2), ['set-cookie', 'a=1; Path=/beheer']] }), true],
    ['one letter of the page', but({ body: page.body.replace('<p>', '<b>') }), true],
    ['an id that nobody sent', but({ body: page.body.replace('b1', 'c1') }), true],
    ['the id that was sent', but({ body: page.body.replace('b1', 'b2') }), false],
    ['what is drawn each time', but({ headers: [...page.headers.slice(0, 2), ['set-cookie', 'a=2; Path=/']], body: page.body.replace('b1', 'b2').replace('"x"', '"y"') }), false],
  ].map(([what, other, differs]) => ({ what, differs, found: differences(bare(page, ['b1']), bare(other, ['b2'])) }));
}
