// What every answer says to the browser, and how much of it travels.
import { visitor } from './house.mjs';
import { cookiesOf } from './pages.mjs';
import { expect, none, test } from './runner.mjs';

const MOST_BYTES = 60 * 1024;

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "form-action 'self'",
    "frame-ancestors 'none'", "require-trusted-types-for 'script'",
  ],
  'x-content-type-options': ['nosniff'],
  'referrer-policy': ['same-origin'],
  'permissions-policy': ['camera=()', 'geolocation=()', 'microphone=()'],
  'cross-origin-opener-policy': ['same-origin'],
  'cross-origin-resource-policy': ['same-origin'],
};

function missing(answer, what) {
  const complaints = [];
  for (const [name, parts] of Object.entries(HEADERS)) {
    const value = answer.headers.get(name) ?? '';
    for (const part of parts.filter((part) => !value.includes(part))) complaints.push(`${what}: ${name} lacks ${part}`);
  }
  const policy = answer.headers.get('content-security-policy') ?? '';
  if (/unsafe-inline|unsafe-eval|\*/.test(policy)) complaints.push(`${what}: the policy lets anything in`);
  if (answer.headers.get('server')) complaints.push(`${what}: says what it runs on`);
  return complaints;
}

/// Bytes over the wire of one page and everything it needs, into an empty cache.
async function weight(browser, house, path) {
  const { context, page, complaints } = await visitor(browser, house, { width: 360, height: 740 });
  const sizes = new Map();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const names = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(names.get(requestId), encodedDataLength));
  await page.goto(path, { waitUntil: 'networkidle' });
  await context.close();
  none(complaints);
  return sizes;
}

export function answers(browser, house, states, pages) {
  const cookies = cookiesOf(states);
  const personal = pages.filter(({ who }) => who !== 'anyone');

  test('every kind of answer carries the security headers', async () => {
    const start = await (await fetch(house.base)).text();
    const assets = [...start.matchAll(/(?:href|src)="(\/_\/[^"]+)"/g)].map(([, path]) => path);
    expect(assets.length >= 3, `the start page names only ${assets.length} files`);
    const asked = [
      ...pages.map(({ path, who, as }) => ['GET', path, who === 'anyone' ? {} : { cookie: cookies[as] }]), ...assets.map((path) => ['GET', path, {}]),
      ['GET', '/gezond', {}], ['GET', '/openapi.json', {}], ['HEAD', '/', {}], ['GET', '/_/nothing.css', {}],
      ['GET', '/partij/not-an-id', {}], ['DELETE', '/', {}], ['POST', '/wie', {}], ['OPTIONS', '/', {}],
      ['GET', '/wie?pagina=99999999999999999999', {}], ['GET', '/zoek?q=%FF%FE', {}], ['GET', '/%00', {}],
      ['POST', '/beheer/aanmelden', { origin: 'https://elders.voorbeeld' }],
      ['POST', '/beheer/afmelden', {}],
      ['GET', '/', { 'x-long': 'a'.repeat(9000) }],
    ];
    const complaints = [];
    for (const [method, path, headers] of asked) {
      const answer = await fetch(house.base + path, { method, headers, redirect: 'manual' });
      await answer.arrayBuffer();
      complaints.push(...missing(answer, `${method} ${path} (${answer.status})`));
      if (answer.status >= 500) complaints.push(`${method} ${path} answers ${answer.status}`);
    }
    none(complaints);
  });

  test('pages of who came in are never kept by a cache', async () => {
    const complaints = [];
    expect(personal.length > 10, `only ${personal.length} pages are for who came in`);
    for (const { path, as } of personal) {
      const answer = await fetch(house.base + path, { headers: { cookie: cookies[as] } });
      const kept = answer.headers.get('cache-control') ?? '';
      if (!kept.includes('no-store')) complaints.push(`${path}: cache-control is "${kept}"`);
    }
    none(complaints);
  });

  test('the session is out of reach for scripts and other sites', async () => {
    const session = states.manager.cookies.find(({ name }) => name.includes('samenspel'));
    expect(session, 'there is no cookie of a session');
    expect(session.httpOnly, 'a script can read the session');
    expect(session.sameSite === 'Strict', `the session goes along from other sites (${session.sameSite})`);
  });

  test('what is for who came in is not for strangers', async () => {
    const complaints = [];
    for (const { path } of personal) {
      const answer = await fetch(house.base + path, { redirect: 'manual' });
      if (answer.status === 200) complaints.push(`${path} answers 200 to a stranger`);
    }
    none(complaints);
  });

  for (const path of ['/', '/wie', ...pages.filter(({ name }) => name === 'partij-id').map((page) => page.path)]) {
    test(`a first visit to ${path.replace(/[0-9a-f-]{36}/, '…')} weighs at most 60 KB`, async () => {
      const sizes = await weight(browser, house, path);
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      const told = [...sizes].map(([url, size]) => `${new URL(url).pathname} ${size}`).join(', ');
      console.log(`        ${path}: ${total} bytes (${told})`);
      expect(total <= MOST_BYTES, `${total} bytes is more than ${MOST_BYTES}: ${told}`);
    });
  }
}
