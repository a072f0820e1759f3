// Starts the demo on a free port with a data folder of its own, and a browser to visit it with.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const OUTPUT = join(ROOT, 'test-output');
export const OPERATOR = 'a-key-for-the-browser-tests';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function browserProgram() {
  return [process.env.SAMENSPEL_CHROMIUM, ...BROWSERS].find((path) => path && existsSync(path));
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/// The running program, with these settings beside its own: its address, and how to end it. `written` gives, for that
/// address, what stands in a file of settings.
export async function startHouse(settings = {}, written = undefined) {
  const program = process.env.SAMENSPEL_PROGRAM ?? join(ROOT, 'target/debug/samenspel');
  if (!existsSync(program)) throw new Error(`${program} is not built yet: make browser-tests builds it first.`);
  mkdirSync(OUTPUT, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'samenspel-browser-'));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  if (written) writeFileSync(join(data, 'samenspel.toml'), await written(base));
  const log = join(data, 'server.log');
  const out = openSync(log, 'w');
  // Nothing of this machine's own settings may reach the demo.
  const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('SAMENSPEL_'));
  const child = spawn(program, ['demo', '--port', String(port)], {
    cwd: data,
    env: { ...Object.fromEntries(ours), SAMENSPEL_DATA: join(data, 'data'), SAMENSPEL_OPERATOR_TOKEN: OPERATOR, ...settings },
    stdio: ['ignore', out, out],
  });
  let ended = false;
  let stopping = false;
  child.on('exit', (code, signal) => {
    ended = true;
    if (!stopping) console.log(`        the demo ended by itself (${signal ?? `code ${code}`})`);
  });
  for (let tries = 0; ; tries += 1) {
    if (ended) throw new Error(`The demo ended by itself:\n${readFileSync(log, 'utf8')}`);
    if (await fetch(`${base}/gezond`).then((answer) => answer.ok, () => false)) break;
    if (tries > 600) throw new Error(`The demo did not answer within a minute:\n${readFileSync(log, 'utf8')}`);
    await new Promise((later) => setTimeout(later, 100));
  }
  const stop = async () => {
    stopping = true;
    if (!ended) {
      const gone = new Promise((exited) => child.on('exit', exited));
      child.kill('SIGTERM');
      await Promise.race([gone, new Promise((later) => setTimeout(later, 5000))]);
      if (!ended) child.kill('SIGKILL');
    }
    copyFileSync(log, join(OUTPUT, 'server.log'));
    const said = readFileSync(log, 'utf8');
    rmSync(data, { recursive: true, force: true });
    return said;
  };
  return { base, data, stop };
}

export async function startBrowser() {
  const executablePath = browserProgram();
  if (!executablePath) throw new Error('No Chromium was found: install Debian\'s package chromium.');
  // As root (in a container) Chromium's own sandbox does not start; it only visits our own pages.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...sandbox, '--disable-dev-shm-usage', '--lang=nl-NL'] });
}

/// A context in one language, with everything reported that a page should never do. `away`: where somebody may be sent to, as
/// a whole page; nothing in a page asks anything there. `refused`: with which status a page may be refused besides the usual.
export async function visitor(browser, house, options = {}) {
  const { lang = 'nl', width = 1280, height = 900, scheme = 'light', away, refused, ...more } = options;
  const context = await browser.newContext({
    baseURL: house.base,
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: { nl: 'nl-NL', en: 'en-GB', ar: 'ar', tr: 'tr-TR', pl: 'pl-PL', uk: 'uk-UA' }[lang],
    ...more,
  });
  await context.addCookies([{ name: 'taal', value: lang, url: house.base }]);
  const complaints = [];
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const sent = origin === away && request.isNavigationRequest() && !request.frame().parentFrame();
    if (protocol.startsWith('http') && origin !== house.base && !sent) complaints.push(`asked ${request.url()}`);
  });
  context.on('console', (message) => {
    const { url } = message.location();
    // A page that is meant to be refused is reported by the browser as well.
    const [, status] = message.text().match(/status of (\d{3})/) ?? [];
    const expected = [403, 404, 405, 410, 413, 422, 429, refused].includes(Number(status));
    if (message.type() === 'error' && !expected) complaints.push(`console at ${url}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`));
  if (more.javaScriptEnabled !== false) {
    await context.exposeBinding('samenspelViolation', (_, text) => { complaints.push(`policy: ${text}`); });
    await context.addInitScript(() => addEventListener('securitypolicyviolation', (event) =>
      globalThis.samenspelViolation(`${event.violatedDirective} ${event.blockedURI} at ${document.location}`)));
  }
  return { context, complaints, page: await context.newPage() };
}
