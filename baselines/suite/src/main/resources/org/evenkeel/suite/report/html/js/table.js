/* The table of rows: sorted, filtered, and put on the page a piece at a time. */
const PIECE = 200;
const COLUMNS = [
  {key: 'name', title: 'benchmark', text: true},
  {key: 'metric', title: 'metric', text: true},
  {key: 'base', title: 'baseline', number: true},
  {key: 'now', title: 'now', number: true},
  {key: 'relative', title: 'change, + is worse', number: true},
  {key: 'relative', title: 'interval', sorts: false},
  {key: 'rank', title: 'verdict'}
];
/** What could not be decided says the same of each metric of a benchmark: together they are one line, which opens. */
const UNDECIDED = new Set(['inconclusive', 'incomparable']);
const view = {sort: null, descending: false, shown: PIECE, open: new Set(), unfolded: new Set(), allUnfolded: false,
  filters: {text: '', verdict: '', path: '', form: '', metric: ''}};

function chosen() {
  const words = view.filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = page.rows.filter(row => ['verdict', 'path', 'form', 'metric'].every(key =>
    view.filters[key] === '' || row[key] === view.filters[key])
    && words.every(word => (row.name + ' ' + row.metric + ' ' + row.verdict).toLowerCase().includes(word)));
  if (view.sort) {
    const {key, text} = view.sort;
    const order = view.descending ? -1 : 1;
    const missing = value => value === null || value === undefined;
    rows.sort((a, b) => {
      if (missing(a[key]) || missing(b[key])) return missing(a[key]) - missing(b[key]);
      return order * (text ? a[key].localeCompare(b[key]) : a[key] - b[key]);
    });
  }
  return rows;
}

/** The rows in groups, each of which is a line: most of a single row. Somebody who sorts or filters wants to see rows. */
function lines(rows) {
  if (view.sort || view.allUnfolded || Object.values(view.filters).some(value => value !== '')) {
    return rows.map(row => [row]);
  }
  const groups = new Map();
  for (const row of rows) {
    const key = UNDECIDED.has(row.verdict) ? [row.verdict, row.title, row.subtitle].join('\n') : row;
    groups.set(key, [...(groups.get(key) || []), row]);
  }
  return [...groups.values()];
}

function lineElements(group) {
  if (group.length === 1) return rowElements(group[0]);
  const [first] = group;
  const isOpen = view.unfolded.has(first.id);
  const open = element('button', {type: 'button', class: 'open', 'aria-expanded': String(isOpen), 'data-fold': first.id},
    first.title);
  const reasons = new Map();
  group.filter(row => row.why).forEach(row => reasons.set(row.why, (reasons.get(row.why) || 0) + 1));
  const [reason] = [...reasons].sort((a, b) => b[1] - a[1])[0] || [''];
  const line = element('tr', {class: 'row fold', 'data-verdict': first.verdict},
    element('td', {class: 'name'}, open, element('span', {class: 'sub'}, first.subtitle)),
    element('td', {class: 'folded', colspan: COLUMNS.length - 1}, group.length + ' ' + first.verdict
      + (reason ? ': ' + reason : ''), element('span', {class: 'why'}, group.map(row => row.metric).join(', '))));
  line.addEventListener('click', () => {
    if (!view.unfolded.delete(first.id)) view.unfolded.add(first.id);
    fill();
    document.querySelector('#rows [data-fold="' + first.id + '"]').focus();
  });
  return isOpen ? [line, ...group.flatMap(rowElements)] : [line];
}

function intervalPlot(row) {
  if (row.lower === null || row.upper === null || row.relative === null) return null;
  const at = change => 80 + 76 * Math.max(-1, Math.min(1, change / page.scale));
  const svg = shape('svg', {class: 'interval ' + row.verdict, viewBox: '0 0 160 18', role: 'img',
    'aria-label': 'interval ' + row.change});
  svg.append(
    shape('rect', {class: 'band', x: at(-row.margin), y: 1, width: at(row.margin) - at(-row.margin), height: 16}),
    shape('line', {class: 'zero', x1: 80, x2: 80, y1: 0, y2: 18}),
    shape('line', {class: 'line', x1: at(row.lower), x2: at(row.upper), y1: 9, y2: 9}),
    shape('circle', {class: 'dot', cx: at(row.relative), cy: 9, r: 3.5}));
  return svg;
}

function cell(label, className, ...children) {
  return element('td', {class: className, 'data-label': label}, ...children);
}

function shownNumber(row, value) {
  return value === null ? '' : digits(value * row.factor) + ' ' + row.unit;
}

function rowElements(row) {
  const open = element('button', {type: 'button', class: 'open', 'aria-expanded': 'false'}, row.title);
  const line = element('tr', {class: 'row', 'data-verdict': row.verdict},
    element('td', {class: 'name'}, open, element('span', {class: 'sub'}, row.subtitle)),
    cell('metric', 'metric', row.metric),
    cell('baseline', 'number', shownNumber(row, row.base)),
    cell('now', 'number', shownNumber(row, row.now)),
    cell('change', 'number', row.change),
    element('td', {class: 'plot'}, intervalPlot(row)),
    cell('verdict', 'verdict ' + row.verdict,
      element('span', {class: 'word'}, row.verdict + (row.gated ? '' : ' (not gated)')),
      row.why ? element('span', {class: 'why'}, row.why) : null));
  line.addEventListener('click', event => {
    if (!getSelection().toString() || event.target === open) toggle(row, line, open);
  });
  if (view.open.has(row.id)) {
    open.setAttribute('aria-expanded', 'true');
    return [line, detailLine(row)];
  }
  return [line];
}

function detailLine(row) {
  return element('tr', {class: 'detail'}, element('td', {colspan: COLUMNS.length}, detail(row)));
}

function toggle(row, line, open) {
  if (view.open.delete(row.id)) {
    undraw(line.nextSibling);
    line.nextSibling.remove();
  } else {
    view.open.add(row.id);
    line.after(detailLine(row));
  }
  open.setAttribute('aria-expanded', String(view.open.has(row.id)));
}

function fill() {
  const body = document.querySelector('#rows tbody');
  const rows = chosen();
  const all = lines(rows);
  undraw(body);
  body.replaceChildren(...all.slice(0, view.shown).flatMap(lineElements));
  const more = document.getElementById('more');
  more.hidden = all.length <= view.shown;
  more.textContent = 'Show ' + Math.min(PIECE, all.length - view.shown) + ' more of ' + (all.length - view.shown);
  document.getElementById('count').textContent = rows.length === page.rows.length
    ? rows.length + ' rows' : rows.length + ' of ' + page.rows.length + ' rows';
}

function header() {
  const line = element('tr', {});
  for (const column of COLUMNS) {
    const head = element('th', {scope: 'col', class: column.number ? 'number' : null});
    if (column.sorts === false) {
      head.append(column.title);
    } else {
      const button = element('button', {type: 'button'}, column.title);
      button.addEventListener('click', () => {
        view.descending = view.sort === column ? !view.descending : Boolean(column.number);
        view.sort = column;
        view.shown = Math.max(view.shown, PIECE);
        line.querySelectorAll('th').forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', view.descending ? 'descending' : 'ascending');
        fill();
      });
      head.append(button);
    }
    line.append(head);
  }
  document.querySelector('#rows thead').append(line);
}

function filters() {
  const form = document.getElementById('filters');
  form.addEventListener('submit', event => event.preventDefault());
  const changed = (key, input) => () => {
    view.filters[key] = input.value;
    view.shown = PIECE;
    fill();
  };
  const search = element('input', {type: 'search', name: 'text', placeholder: 'any words'});
  search.addEventListener('input', changed('text', search));
  form.append(element('label', {}, 'search', search));
  for (const key of ['verdict', 'path', 'form', 'metric']) {
    const counts = new Map();
    page.rows.forEach(row => counts.set(row[key], (counts.get(row[key]) || 0) + 1));
    const select = element('select', {name: key}, element('option', {value: ''}, 'all'),
      ...[...counts].map(([value, count]) => element('option', {value}, value + ' (' + count + ')')));
    select.addEventListener('change', changed(key, select));
    form.append(element('label', {}, key, select));
  }
  form.append(element('span', {class: 'count', id: 'count', role: 'status'}));
}

/** The arrow keys go from row to row, Escape closes one. */
function keys(event) {
  if (!event.target.classList.contains('open')) return;
  const buttons = [...document.querySelectorAll('#rows button.open')];
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (step) {
    buttons[buttons.indexOf(event.target) + step]?.focus();
    event.preventDefault();
  } else if (event.key === 'Escape' && event.target.getAttribute('aria-expanded') === 'true') {
    event.target.click();
  }
}

function table() {
  if (!document.getElementById('rows')) return;
  header();
  filters();
  // Numbers that nobody judges come last, and at first on request only: they are most of a run's.
  const judged = lines(page.rows.filter(row => row.verdict !== 'not judged')).length;
  view.shown = Math.min(PIECE, judged || PIECE);
  fill();
  document.getElementById('rows').addEventListener('keydown', keys);
  document.getElementById('more').addEventListener('click', () => {
    view.shown += PIECE;
    fill();
  });
  addEventListener('beforeprint', () => {
    view.shown = Infinity;
    view.allUnfolded = true;
    fill();
  });
}
