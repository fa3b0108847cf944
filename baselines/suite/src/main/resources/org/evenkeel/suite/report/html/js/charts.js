/* Charts are drawn when they come into view: a thousand benchmarks must not wait for one another. */
const drawn = new Map();

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = name => style.getPropertyValue('--' + name).trim();
  return {ink: of('ink'), soft: of('soft'), line: of('line'), paper: of('paper'), now: of('now'), base: of('base'),
    extra: of('extra'), fit: of('fit'), band: of('band')};
}

function draw(holder, options) {
  drawn.get(holder)?.chart.dispose();
  const chart = echarts.init(holder, null, {renderer: 'svg'});
  drawn.set(holder, {chart, options});
  const palette = colours();
  const made = options(palette);
  chart.setOption({
    animation: false,
    backgroundColor: 'transparent',
    textStyle: {fontFamily: 'system-ui, sans-serif', color: palette.ink},
    grid: {left: 8, right: 20, top: made.legend ? 34 : 12, bottom: made.xAxis.name ? 26 : 8, containLabel: true},
    tooltip: {renderMode: 'richText', confine: true, trigger: 'item', backgroundColor: palette.paper,
      borderColor: palette.line, textStyle: {color: palette.ink, fontSize: 12}},
    ...made
  });
  holder.dataset.drawn = 'true';
}

const waiting = new Map();
const seen = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (entry.isIntersecting) drawNow(entry.target);
  }
}, {rootMargin: '300px'});
const sized = new ResizeObserver(entries => {
  for (const entry of entries) drawn.get(entry.target)?.chart.resize();
});

function drawNow(holder) {
  const options = waiting.get(holder);
  if (!options) return;
  waiting.delete(holder);
  seen.unobserve(holder);
  draw(holder, options);
  sized.observe(holder);
}

/** A figure with a chart in it, drawn once it can be seen; `options` gets the colours of the day or night. */
function figure(caption, label, options, height) {
  const holder = element('div', {class: 'chart' + (height ? ' ' + height : ''), role: 'img', 'aria-label': label});
  waiting.set(holder, options);
  seen.observe(holder);
  return element('figure', {}, element('figcaption', {}, caption), holder);
}

/** Forgets the charts of a part that leaves the page. */
function undraw(part) {
  for (const holder of part.querySelectorAll('.chart')) {
    waiting.delete(holder);
    seen.unobserve(holder);
    sized.unobserve(holder);
    drawn.get(holder)?.chart.dispose();
    drawn.delete(holder);
  }
}

function redrawAll() {
  for (const [holder, {options}] of [...drawn]) draw(holder, options);
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
addEventListener('beforeprint', () => {
  document.documentElement.dataset.theme = 'light';
  for (const holder of [...waiting.keys()]) drawNow(holder);
  redrawAll();
});
addEventListener('afterprint', () => {
  delete document.documentElement.dataset.theme;
  redrawAll();
});

function axis(palette, more) {
  return {
    nameTextStyle: {color: palette.soft}, nameLocation: 'middle', nameGap: 26,
    axisLabel: {color: palette.soft, fontSize: 11, hideOverlap: true, ...(more.axisLabel || {})},
    axisLine: {lineStyle: {color: palette.line}}, axisTick: {lineStyle: {color: palette.line}},
    splitLine: {lineStyle: {color: palette.line, opacity: .6}, ...(more.splitLine || {})},
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'axisLabel' && key !== 'splitLine'))
  };
}

function legend(palette, data) {
  return {data, top: 0, left: 0, itemHeight: 9, itemWidth: 18, textStyle: {color: palette.ink, fontSize: 11}};
}

/** The two sides: told apart by colour, by symbol and by name. */
function sides(palette) {
  return [{key: 'base', name: 'baseline', colour: palette.base, symbol: 'emptyCircle', dash: 'dashed'},
    {key: 'now', name: 'now', colour: palette.now, symbol: 'diamond', dash: 'solid'}];
}
