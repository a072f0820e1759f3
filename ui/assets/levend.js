// For who came in; without it everything works.
// form[data-blijft][data-aanmelden]  is sent from here; says so without a line or session, and keeps all
// textarea[data-concept][data-plek]  is kept there under that name as typed
// [data-levend][data-nieuws][data-ververs]  is drawn anew when that address has news, and says whether
const rules = { createHTML: (html) => html };
const parse = globalThis.trustedTypes?.createPolicy('levend', rules) ?? rules;
const page = async (answer) => new DOMParser().parseFromString(parse.createHTML(await answer.text()), 'text/html');
const again = () => fetch(location.href).then(page);
const byId = (id) => document.getElementById(id);
const place = () => location.pathname + location.search;

function say(form, textContent) {
  form.querySelector('[role="alert"]')?.remove();
  if (!textContent) return;
  const said = form.appendChild(document.createElement('p'));
  said.setAttribute('role', 'alert');
  Object.assign(said, { className: 'melding melding--fout', tabIndex: -1, textContent }).focus();
}

// The page that came takes the place of this one, with its address.
function show(fresh, url) {
  byId('inhoud').replaceWith(document.adoptNode(fresh.getElementById('inhoud')));
  document.title = fresh.title;
  if (url && url !== location.href) history.pushState(null, '', url);
  here = place();
  scrollTo(0, 0);
  (document.querySelector('#inhoud [aria-invalid="true"]') ?? byId('inhoud')).focus();
}
let here = place();
addEventListener('popstate', () => { if (here !== place()) location.reload(); });

// Signed in again in another tab: the same person has a new proof.
async function proves({ elements: { csrf } }) {
  const fresh = await again();
  const who = (of) => of.querySelector('.wie-ben-ik')?.textContent;
  const old = csrf.value;
  const proof = fresh.querySelector('[name="csrf"]')?.value;
  if (proof && who(fresh) === who(document)) csrf.value = proof;
  return csrf.value !== old;
}

addEventListener('submit', async (event) => {
  const { target: form, submitter } = event;
  const { blijft, aanmelden } = form.dataset;
  if (!blijft || event.defaultPrevented) return;
  event.preventDefault();
  if (form.ariaBusy) return;
  form.ariaBusy = 'true';
  clearTimeout(writing);
  say(form);
  // The same each time: done once.
  const send = () => {
    const body = new URLSearchParams(new FormData(form));
    if (submitter?.name) body.append(submitter.name, submitter.value);
    return fetch(form.action, { method: 'POST', body });
  };
  try {
    let answer = await send();
    if (answer.status === 403 && await proves(form)) answer = await send();
    const fresh = await page(answer);
    const told = [...fresh.querySelectorAll('#inhoud :is(h1, .inleiding)')].map((one) => one.textContent).join('. ');
    // Another no has nothing of what was typed: the form stays.
    if (answer.ok || [409, 422].includes(answer.status)) show(fresh, answer.redirected && answer.url);
    else say(form, answer.status === 403 ? aanmelden : told || blijft);
  } catch {
    say(form, blijft);
  }
  form.ariaBusy = null;
});

let writing;
addEventListener('input', ({ target }) => {
  const { concept, plek } = target.dataset ?? {};
  if (!plek) return;
  clearTimeout(writing);
  writing = setTimeout(() => {
    const body = new URLSearchParams({ csrf: target.form.elements.csrf.value, plek, tekst: target.value });
    fetch(concept, { method: 'POST', body, keepalive: true }).catch(() => {});
  }, 1200);
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
