// What a page offers whoever looks at it: its links, its forms with every field, and the ids in them.

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function plain(text) {
  return text.replaceAll(/&(amp|lt|gt|quot|apos|#39);/g, (_, name) => NAMED[name]);
}

function attributes(tag) {
  const found = {};
  for (const [, name, , value] of tag.matchAll(/\s([a-z-]+)(="([^"]*)")?/g)) found[name] = value === undefined ? '' : plain(value);
  return found;
}

/// A secret of the moment: it differs in each answer, or is its reader's own.
export const SECRETS = ['csrf', 'once', 'token'];

/// Where one can go, the pictures, and what the script asks; not where it sends what is typed.
export function links(html) {
  return [...html.matchAll(/<(?:a\s[^>]*?href|img\s[^>]*?src)="([^"]+)"|\sdata-(?!concept)[a-z]+="(\/[^"]*)"/g)].map(([, to, asked]) => plain(to ?? asked));
}

function chosen(inside) {
  const all = [...inside.matchAll(/<option([^>]*)>/g)].map(([, tag]) => attributes(` ${tag}`));
  return (all.find((one) => 'selected' in one) ?? all[0])?.value;
}

/// What a browser would send if somebody pressed this button at once; and the fields somebody would have to type in.
function sent(inside) {
  const fields = [];
  const typed = new Map();
  const buttons = [];
  const radios = new Map();
  for (const [tag, kind] of inside.matchAll(/<(input|select|textarea|button)\b[^>]*>/g)) {
    const { name, value = '', formaction, ...is } = attributes(tag);
    const type = is.type ?? 'text';
    if (kind === 'button') {
      if (!is.type || is.type === 'submit') buttons.push({ name, value, formaction });
      continue;
    }
    if (!name || 'disabled' in is) continue;
    const after = inside.slice(inside.indexOf(tag) + tag.length);
    if (kind === 'select') {
      const options = after.slice(0, after.indexOf('</select>'));
      const value = chosen(options);
      if (value !== undefined) fields.push([name, value]);
      const other = [...options.matchAll(/<option([^>]*)>/g)].map(([, tag]) => attributes(` ${tag}`).value).find((one) => one);
      if (!value && other) typed.set(name, other);
    } else if (kind === 'textarea') {
      const text = plain(after.slice(0, after.indexOf('</textarea>')));
      fields.push([name, text]);
      if (!text) typed.set(name, 'Tot gauw.');
    } else if (type === 'radio') {
      if (!radios.has(name)) radios.set(name, []);
      radios.get(name).push(value);
      if ('checked' in is) fields.push([name, value]);
    } else if (type === 'checkbox') {
      if ('checked' in is) fields.push([name, value]);
    } else if (type === 'file') {
      fields.push([name, null]);
    } else if (type !== 'submit') {
      fields.push([name, value]);
      if (!value && type !== 'hidden') typed.set(name, example(type, is));
    }
  }
  for (const [name, values] of radios) if (!fields.some(([known]) => known === name)) typed.set(name, values[0]);
  return { fields, typed, buttons };
}

function example(type, is) {
  const day = () => new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  if (type === 'date') return is.max && is.max < day() ? is.max : day();
  return { email: 'iemand@oosterwaard.voorbeeld', tel: '088 000 77 77', number: is.min ?? '3', url: 'https://oosterwaard.voorbeeld' }[type] ?? 'Iemand';
}

/// Every form, once for each of its buttons.
export function forms(html) {
  const found = [];
  for (const [, tag, inside] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
    const { method = 'get', action = '', enctype } = attributes(` ${tag}`);
    const { fields, typed, buttons } = sent(inside);
    const pressed = buttons.length > 0 ? buttons : [{}];
    for (const { name, value, formaction } of pressed) {
      found.push({
        method: method.toLowerCase(),
        action: formaction ?? action,
        file: enctype === 'multipart/form-data',
        fields: name ? [...fields, [name, value]] : fields,
        typed,
      });
    }
  }
  return found;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const DIGEST = /(?<![0-9a-f-])[0-9a-f]{64}(?![0-9a-f-])/g;

export function idsIn(text) {
  return [...text.matchAll(UUID), ...text.matchAll(DIGEST)].map(([id]) => id);
}

export function isId(text) {
  return idsIn(text)[0] === text;
}

const drawn = (letters, count) => Array.from({ length: count }, () => letters[Math.floor(Math.random() * letters.length)]).join('');

/// What could have stood there as well, of the same kind, length and age, and never existed.
export function twin(value) {
  if (/^[0-9a-f]{64}$/.test(value)) return drawn('0123456789abcdef', 64);
  // The moment, the version and the variant stay; the chance in it is drawn anew.
  if (isId(value)) return `${value.slice(0, 15)}${drawn('0123456789abcdef', 3)}${value.slice(18, 20)}${drawn('0123456789abcdef', 3)}-${drawn('0123456789abcdef', 12)}`;
  const area = value.match(/^(BU|WK|GM)(\d+)$/);
  if (area) return `${area[1]}${drawn('123456789', area[2].length)}`;
  return drawn('bcdfghjkmnpqrstvwxz', value.length);
}
