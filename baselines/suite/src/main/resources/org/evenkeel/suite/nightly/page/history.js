'use strict';
(() => {
const data = JSON.parse(document.getElementById('data').textContent);
const nights = data.nights, lives = data.lives;
const ROW = 48, NS = 'http://www.w3.org/2000/svg';
const $ = id => document.getElementById(id);
const el = (name, text, kind) => {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  if (kind) node.className = kind;
  return node;
};
const svg = (name, attributes) => {
  const node = document.createElementNS(NS, name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  return node;
};
const day = index => new Date(nights[index][0]).toISOString().slice(0, 10);
const commit = index => nights[index][1].slice(0, 12);
const digits = value => value === 0 ? '0' : Number(value.toPrecision(4)).toLocaleString('en', { maximumSignificantDigits: 4 });
const percent = share => share === null ? 'from nothing' : (share > 0 ? '+' : '') + (100 * share).toFixed(1) + ' %';
/* A change is written the way it is judged: positive is worse. */
const worse = share => share === null || share > 0 ? 'bad' : 'good';

const known = life => { const at = []; life.v.forEach((value, i) => { if (value !== null) at.push(i); }); return at; };
const bounds = (life, at) => {
  let low = Infinity, high = -Infinity;
  for (const i of at) { low = Math.min(low, life.v[i]); high = Math.max(high, life.v[i]); }
  const room = (high - low) * 0.08 || Math.abs(high) * 0.05 || 1;
  return [low - room, high + room];
};

/* Drawn once for each series that somebody scrolls to. */
const small = life => {
  if (life.drawn) return life.drawn;
  const width = 150, height = 40, at = known(life), [low, high] = bounds(life, at), last = Math.max(1, nights.length - 1);
  const x = i => 2 + (width - 4) * i / last, y = value => height - 2 - (height - 4) * (value - low) / (high - low);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  for (const change of life.c) {
    const place = x((change[0] + change[1]) / 2);
    picture.append(svg('line', { x1: place, x2: place, y1: 0, y2: height, class: 'change' }));
  }
  picture.append(svg('path', { class: 'line', d: path(life, at, x, y) }));
  for (const alarm of life.a) {
    if (life.v[alarm[0]] !== null) picture.append(svg('circle', { cx: x(alarm[0]), cy: y(life.v[alarm[0]]), r: 3.5, class: 'alarm' }));
  }
  life.drawn = picture;
  return picture;
};
const path = (life, at, x, y) => at.map((i, k) => (k && at[k - 1] === i - 1 ? 'L' : 'M') + x(i).toFixed(1) + ' ' + y(life.v[i]).toFixed(1)).join('');

lives.forEach((life, i) => {
  life.key = i;
  life.text = (life.n + ' ' + life.m + ' ' + life.a.concat(life.c).map(one => nights[one[0]][1] + ' ' + nights[one[1]][1]).join(' ')).toLowerCase();
  life.alarm = life.a.reduce((latest, one) => Math.max(latest, one[1]), -1);
  const at = known(life);
  life.last = at.length ? life.v[at[at.length - 1]] : null;
  life.change = life.c.reduce((sum, one) => Math.max(sum, one[2]), 0);
});

const metrics = [...new Set(lives.map(life => life.m))];
const select = $('metric');
for (const metric of ['every metric', ...metrics]) select.append(new Option(metric, metric === 'every metric' ? '' : metric));
let shown = [], chosen = null;

const filter = () => {
  const words = $('find').value.toLowerCase().split(/\s+/).filter(Boolean), metric = select.value, show = $('show').value;
  shown = lives.filter(life => (!metric || life.m === metric) && words.every(word => life.text.includes(word))
    && (show === 'all' || (show === 'alarm' && life.a.length) || (show === 'change' && life.c.length) || (show === 'gone' && life.g)));
  const by = { alarm: (a, b) => b.alarm - a.alarm || a.key - b.key, name: (a, b) => a.key - b.key, worse: (a, b) => b.change - a.change || a.key - b.key };
  shown.sort(by[$('order').value]);
  $('count').textContent = shown.length + ' of ' + lives.length + ' series';
  $('space').style.height = shown.length * ROW + 'px';
  $('list').scrollTop = 0;
  draw();
  choose(shown[0] || null);
};

/* Only what is in sight is in the document: a thousand lines cost as much as twenty. */
const draw = () => {
  const list = $('list'), first = Math.max(0, Math.floor(list.scrollTop / ROW) - 4);
  const end = Math.min(shown.length, first + Math.ceil(list.clientHeight / ROW) + 8);
  const rows = $('rows');
  rows.style.top = first * ROW + 'px';
  rows.replaceChildren(...shown.slice(first, end).map(row));
};
const row = life => {
  const node = el('div', undefined, 'row');
  node.setAttribute('role', 'option');
  node.setAttribute('aria-selected', life === chosen);
  node.title = life.n + ' ' + life.m;
  node.append(el('div', life.n, 'name'));
  const sub = el('div', undefined, 'sub');
  sub.append(life.m + ' ' + (life.last === null ? '' : digits(life.last) + ' ' + life.u));
  if (life.g) sub.append(el('b', ' gone', 'bad'));
  if (life.a.length) sub.append(' ', el('b', life.a.length + (life.a.length > 1 ? ' alarms' : ' alarm') + ', last ' + day(life.alarm), 'bad'));
  node.append(sub, small(life));
  node.onclick = () => choose(life);
  return node;
};

const choose = life => {
  chosen = life;
  for (const node of $('rows').children) node.setAttribute('aria-selected', life && node.title === life.n + ' ' + life.m);
  const detail = $('detail');
  if (!life) { detail.replaceChildren(el('p', 'Nothing has this in its name.', 'soft')); return; }
  const parts = [el('h2', life.n), el('p', life.m + ' in ' + life.u + (life.d > 0 ? ', less is better' : ', more is better'), 'soft')];
  if (life.g) parts.push(el('p', 'Gone: the last nights do not have it.' + (life.g === true ? '' : ' Is it ' + life.g + ' now?'), 'bad'));
  if (life.s) parts.push(el('p', 'Not judged: ' + life.s, 'soft'));
  const said = el('p', 'Point at the line to read a night.', 'soft');
  said.id = 'said';
  parts.push(large(life, said), said);
  if (life.a.length) parts.push(el('h3', 'Alarms'), table(['since', 'commit', 'known after', 'what', 'change'],
    life.a.map(a => [day(a[0]), commit(a[0]), day(a[1]), a[2], [a[4] || percent(a[3]), worse(a[3])]])));
  if (life.c.length) parts.push(el('h3', 'Change points'), table(['between', 'commits', 'change', 'interval', 'on the machine'],
    life.c.map(c => [day(c[0]) + ' and ' + day(c[1]), commit(c[0]) + ' … ' + commit(c[1]), [percent(c[2]), worse(c[2])],
      '[' + percent(c[3]) + ', ' + percent(c[4]) + ']', c[5]])));
  detail.replaceChildren(...parts);
  detail.scrollTop = 0;
};
const table = (heads, rows) => {
  const node = el('table'), head = el('tr');
  heads.forEach(text => head.append(el('th', text)));
  node.append(head);
  for (const cells of rows) {
    const line = el('tr');
    for (const cell of cells) line.append(Array.isArray(cell) ? el('td', cell[0], cell[1]) : el('td', cell));
    node.append(line);
  }
  return node;
};

const large = (life, said) => {
  const width = 900, height = 320, left = 80, bottom = 26, at = known(life), [low, high] = bounds(life, at);
  const last = Math.max(1, nights.length - 1);
  const x = i => left + (width - left - 12) * i / last, y = value => 10 + (height - bottom - 10) * (high - value) / (high - low);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': life.n + ' ' + life.m + ' through ' + nights.length + ' nights' });
  for (let i = 0; i <= 4; i++) {
    const value = low + (high - low) * i / 4, place = y(value);
    picture.append(svg('line', { x1: left, x2: width - 12, y1: place, y2: place, class: 'grid' }));
    const text = svg('text', { x: left - 8, y: place + 4, 'text-anchor': 'end' });
    text.textContent = digits(value);
    picture.append(text);
  }
  for (let i = 0; i <= 4; i++) {
    const index = Math.round(last * i / 4);
    if (index < nights.length) {
      const text = svg('text', { x: x(index), y: height - 6, 'text-anchor': i === 0 ? 'start' : i === 4 ? 'end' : 'middle' });
      text.textContent = day(index);
      picture.append(text);
    }
  }
  for (const change of life.c) {
    const place = x((change[0] + change[1]) / 2);
    picture.append(svg('line', { x1: place, x2: place, y1: 10, y2: height - bottom, class: 'change' }));
    const text = svg('text', { x: place + 4, y: 20 });
    text.textContent = percent(change[2]);
    picture.append(text);
  }
  picture.append(svg('path', { class: 'line', d: path(life, at, x, y) }));
  for (const alarm of life.a) {
    if (life.v[alarm[0]] !== null) picture.append(svg('circle', { cx: x(alarm[0]), cy: y(life.v[alarm[0]]), r: 5, class: 'alarm' }));
  }
  const point = svg('circle', { r: 4, class: 'point', visibility: 'hidden' });
  picture.append(point);
  picture.onmousemove = event => {
    const box = picture.getBoundingClientRect(), wanted = ((event.clientX - box.left) * width / box.width - left) / (width - left - 12) * last;
    let best = at[0];
    for (const i of at) if (Math.abs(i - wanted) < Math.abs(best - wanted)) best = i;
    if (best === undefined) return;
    point.setAttribute('cx', x(best));
    point.setAttribute('cy', y(life.v[best]));
    point.setAttribute('visibility', 'visible');
    said.textContent = day(best) + ': ' + digits(life.v[best]) + ' ' + life.u + ', run ' + nights[best][2] + (nights[best][1] ? ', commit ' + commit(best) : '');
  };
  return picture;
};

$('find').oninput = filter;
select.onchange = filter;
$('show').onchange = filter;
$('order').onchange = filter;
$('list').onscroll = draw;
window.onresize = draw;
$('list').onkeydown = event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = shown[shown.indexOf(chosen) + step];
  if (!next) return;
  const top = shown.indexOf(next) * ROW, list = $('list');
  if (top < list.scrollTop) list.scrollTop = top;
  if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
  draw();
  choose(next);
};
filter();
document.documentElement.dataset.ready = 'true';
})();
