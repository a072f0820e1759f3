// On pages of who came in; without it everything works.
// <form data-blijft="…">          is sent from here: when the line is lost that sentence stands in it, and what was typed stays
// <textarea data-concept="…">     what is typed is kept on the server under this name, so that another phone has it too
// <div id="…" data-levend="…" data-nieuws="…">  is drawn anew when that address says that something happened
const parse = globalThis.trustedTypes?.createPolicy('levend', { createHTML: (html) => html })
  ?? { createHTML: (html) => html };
const page = async (answer) => new DOMParser().parseFromString(parse.createHTML(await answer.text()), 'text/html');

function say(form, text) {
  let said = form.querySelector('[data-zegt]');
  if (!said) {
    said = document.createElement('p');
    Object.assign(said, { className: 'melding melding--fout', tabIndex: -1 });
    said.setAttribute('role', 'alert');
    said.dataset.zegt = '';
    form.append(said);
  }
  said.hidden = !text;
  said.textContent = text;
  if (text) said.focus();
}

// The whole page that came takes the place of this one, with its address.
function show(fresh, url) {
  document.getElementById('inhoud').replaceWith(document.importNode(fresh.getElementById('inhoud'), true));
  document.title = fresh.title;
  if (url && url !== location.href) history.pushState(null, '', url);
  here = location.pathname + location.search;
  scrollTo(0, 0);
  (document.querySelector('#inhoud [aria-invalid="true"]') ?? document.getElementById('inhoud')).focus();
}
let here = location.pathname + location.search;
addEventListener('popstate', () => { if (here !== location.pathname + location.search) location.reload(); });

addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.blijft || event.defaultPrevented) return;
  event.preventDefault();
  if (form.dataset.bezig) return;
  form.dataset.bezig = 'ja';
  form.setAttribute('aria-busy', 'true');
  clearTimeout(writing);
  say(form, '');
  try {
    // The same key goes along each time, so that it is done once however often it is sent.
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, event.submitter)) });
    const fresh = await page(answer);
    if (!fresh.getElementById('inhoud')) throw new TypeError('no page');
    show(fresh, answer.redirected ? answer.url : null);
  } catch {
    say(form, form.dataset.blijft);
  } finally {
    delete form.dataset.bezig;
    form.removeAttribute('aria-busy');
  }
});

let writing;
addEventListener('input', ({ target }) => {
  const plek = target.dataset?.concept;
  if (!plek) return;
  clearTimeout(writing);
  writing = setTimeout(() => {
    const body = new URLSearchParams({ csrf: target.form.elements.csrf.value, plek, tekst: target.value });
    fetch('/vraag/concept', { method: 'POST', body, keepalive: true }).catch(() => {});
  }, 1200);
});

for (const { id, dataset } of document.querySelectorAll('[data-levend]')) {
  const told = new EventSource(dataset.levend);
  told.addEventListener('nieuws', async () => {
    const old = document.getElementById(id);
    if (!old) return told.close();
    const status = document.getElementById('melder');
    if (status) status.textContent = dataset.nieuws;
    // Whoever is on the list with a finger or the keyboard keeps it as it is.
    if (old.contains(document.activeElement)) return;
    const fresh = await fetch(location.href).then(page).catch(() => null);
    const part = fresh?.getElementById(id);
    if (part) old.replaceWith(document.importNode(part, true));
  });
  told.addEventListener('klaar', () => told.close());
}
