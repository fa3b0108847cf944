/* What all parts of the page use: elements made without markup, so that no text from outside is ever read as such. */
const page = JSON.parse(document.getElementById('data').textContent);

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== undefined && child !== null));
  return made;
}

function shape(name, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A number with four digits that count, as the other reports write it. */
function digits(value) {
  if (value === null || value === undefined) return '';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e7 || size < 1e-5) return value.toExponential(2);
  return value.toLocaleString('en', {maximumSignificantDigits: 4, useGrouping: size >= 10000});
}

const BYTES = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A reading of a signal: bytes with a prefix, anything else as it is. */
function reading(value, unit) {
  if (unit !== 'bytes') return digits(value);
  let prefix = 0;
  while (Math.abs(value) >= 1024 && prefix < BYTES.length - 1) {
    value /= 1024;
    prefix++;
  }
  return digits(value) + ' ' + BYTES[prefix];
}

/** A large count in few letters, for axes. */
function compact(value) {
  return new Intl.NumberFormat('en', {notation: 'compact', maximumFractionDigits: 1}).format(value);
}
