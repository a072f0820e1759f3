// Without it everything works. Its attributes: LIVE_JS in build.rs.
const rules = { createHTML: String };
const parse = self.trustedTypes?.createPolicy('levend', rules) ?? rules;
const page = async (answer) => new DOMParser().parseFromString(parse.createHTML(await answer.text()), 'text/html');
const again = () => fetch('').then(page);
const byId = (id) => document.getElementById(id);
const place = () => location.pathname + location.search;

function say(form, textContent) {
  form.querySelector('[role=alert]')?.remove();
  if (!textContent) return;
  const said = form.appendChild(document.createElement('p'));
  said.setAttribute('role', 'alert');
  Object.assign(said, { className: 'melding melding--fout', tabIndex: -1, textContent }).focus();
}

// What came takes the place of this page.
function show(fresh, url) {
  byId('inhoud').replaceWith(document.adoptNode(fresh.getElementById('inhoud')));
  document.title = fresh.title;
  if (url && url !== location.href) history.pushState(null, '', url);
  here = place();
  scrollTo(0, 0);
  (document.querySelector('#inhoud [aria-invalid=true]') ?? byId('inhoud')).focus();
}
let here = place();
addEventListener('popstate', () => here === place() || location.reload());

// In again in another tab: the same person, a new proof.
async function proves({ elements: { csrf } }) {
  const fresh = await again();
  const who = (of) => of.querySelector('.wie-ben-ik')?.textContent;
  const proof = who(fresh) === who(document) && fresh.querySelector('[name=csrf]')?.value;
  return proof && proof !== csrf.value && (csrf.value = proof);
}

addEventListener('submit', async (event) => {
  const { target: form, submitter } = event;
  const { blijft, aanmelden } = form.dataset;
  if (!blijft || event.defaultPrevented) return;
  event.preventDefault();
  if (form.ariaBusy) return;
  form.ariaBusy = 'true';
  keep();
  say(form);
  // The same each time: done once.
  const send = () => {
    const body = new URLSearchParams(new FormData(form));
    if (submitter?.name) body.append(submitter.name, submitter.value);
    return fetch(form.action, { method: 'POST', body });
  };
  try {
    // Later it would bring back what was sent.
    await kept;
    let answer = await send();
    if (answer.status === 403 && await proves(form)) answer = await send();
    const fresh = await page(answer);
    // Another no has nothing of what was typed: the form stays.
    if (answer.ok || [409, 422].includes(answer.status)) return show(fresh, answer.redirected && answer.url);
    const told = [...fresh.querySelectorAll('#inhoud :is(h1, .inleiding)')].map((one) => one.textContent).join('. ');
    say(form, answer.status === 403 ? aanmelden : told || blijft);
  } catch {
    say(form, blijft);
  }
  form.ariaBusy = null;
});

const typed = new Set();
let timer, kept = Promise.resolve();
// In turn, so the newest stays; never what is being sent.
function keep() {
  clearTimeout(timer);
  for (const { form, value: tekst, dataset: { concept, plek } } of typed) {
    const body = new URLSearchParams({ csrf: form.elements.csrf.value, plek, tekst });
    const post = () => fetch(concept, { method: 'POST', body, keepalive: true, signal: AbortSignal.timeout?.(9e3) });
    if (!form.ariaBusy) kept = kept.then(post).catch(() => {});
  }
  typed.clear();
}
addEventListener('input', ({ target }) => {
  if (!target.dataset.plek) return;
  typed.add(target);
  clearTimeout(timer);
  timer = setTimeout(keep, 1200);
});

for (const { id, dataset } of document.querySelectorAll('[data-levend]')) {
  const told = new EventSource(dataset.levend);
  told.addEventListener('nieuws', async () => {
    const old = byId(id);
    if (!old) return told.close();
    // Who is on the list keeps it as it is.
    const free = () => !old.contains(document.activeElement);
    const part = free() && (await again().catch(() => {}))?.getElementById(id);
    if (part && free()) old.replaceWith(part);
    byId('melder').textContent = old.isConnected ? dataset.ververs : dataset.nieuws;
  });
  told.addEventListener('klaar', () => told.close());
}
