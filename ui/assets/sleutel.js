// Asks the phone or computer for a key: to make one, or to come in with one.
// <div data-sleutel="/ik/sleutel">  asks …/begin what to ask the key, and gives its answer to …/klaar
//   <p data-zonder>  is there without this script; <div data-met hidden> with it
//   <div data-zegt hidden><span data-zin>  says what went wrong, in the words of data-geen, -gestopt, -lijn, -al, -geweigerd
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

class No extends Error {}

for (const place of document.querySelectorAll('[data-sleutel]')) {
  const part = (name) => place.querySelector(`[data-${name}]`);
  const works = Boolean(globalThis.PublicKeyCredential && navigator.credentials);
  const said = part('zegt');
  if (works) {
    part('zonder').hidden = true;
    part('met').hidden = false;
  } else {
    part('zonder').textContent = place.dataset.geen;
  }

  async function send(form, step, answer) {
    const fields = new URLSearchParams(new FormData(form));
    if (answer) fields.append('antwoord', JSON.stringify(answer));
    const told = await fetch(`${place.dataset.sleutel}/${step}`, { method: 'POST', body: fields })
      .catch(() => { throw new No(place.dataset.lijn); });
    const words = await told.json().catch(() => ({}));
    if (!told.ok || told.redirected) throw new No(words.zegt ?? place.dataset.geweigerd);
    return words;
  }

  async function ceremony(form) {
    const { publicKey, naar: first } = await send(form, 'begin');
    if (first) return location.assign(first);
    publicKey.challenge = bytes(publicKey.challenge);
    for (const one of [...publicKey.excludeCredentials ?? [], ...publicKey.allowCredentials ?? []]) one.id = bytes(one.id);
    if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
    const key = await (publicKey.user
      ? navigator.credentials.create({ publicKey })
      : navigator.credentials.get({ publicKey }));
    const { response } = key;
    const answer = { clientDataJSON: text(response.clientDataJSON) };
    if (response.attestationObject) {
      answer.attestationObject = text(response.attestationObject);
    } else {
      answer.authenticatorData = text(response.authenticatorData);
      answer.signature = text(response.signature);
      answer.userHandle = response.userHandle && text(response.userHandle);
    }
    const { naar } = await send(form, 'klaar', {
      id: key.id, rawId: text(key.rawId), type: key.type, extensions: {}, response: answer,
    });
    location.assign(naar);
  }

  function why(error) {
    const words = place.dataset;
    if (error instanceof No) return error.message;
    if (error.name === 'InvalidStateError') return words.al;
    if (error.name === 'NotAllowedError' || error.name === 'AbortError') return words.gestopt;
    return error.name === 'NotSupportedError' || error.name === 'SecurityError' ? words.geen : words.geweigerd;
  }

  let busy = false;
  place.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    said.hidden = true;
    try {
      await ceremony(event.target);
    } catch (error) {
      part('zin').textContent = why(error);
      said.hidden = false;
      said.focus();
    } finally {
      busy = false;
    }
  });
}
