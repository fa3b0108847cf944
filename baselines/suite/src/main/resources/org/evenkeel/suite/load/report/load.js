/* Curves over time: what was offered and answered, how long it took, and what the process used. Phases begin at the dashed lines. */
function starts(run, palette) {
  return {
    silent: true, symbol: 'none', animation: false,
    lineStyle: {color: palette.soft, type: 'dashed', width: 1},
    label: {show: true, formatter: mark => mark.name, color: palette.soft, fontSize: 10, position: 'insideEndTop'},
    data: run.phases.map(phase => ({name: phase.name, xAxis: phase.start}))
  };
}

function curves(run, caption, names, y, more) {
  const shown = names.filter(line => run[line.key] && run[line.key].some(value => value !== null));
  if (shown.length === 0) return null;
  return figure(caption, caption + ' over time', palette => ({
    legend: legend(palette, shown.map(line => line.name)),
    tooltip: {renderMode: 'richText', confine: true, trigger: 'axis', backgroundColor: palette.paper,
      borderColor: palette.line, textStyle: {color: palette.ink, fontSize: 12}, valueFormatter: y.show},
    xAxis: axis(palette, {type: 'value', name: 'seconds', min: 0, max: Math.ceil(run.seconds[run.seconds.length - 1] || 1)}),
    yAxis: axis(palette, {type: y.log ? 'log' : 'value', min: y.log ? undefined : 0, axisLabel: {formatter: y.show}}),
    series: shown.map((line, i) => ({
      name: line.name, type: 'line', showSymbol: false, connectNulls: false,
      lineStyle: {width: 1.5, type: line.dash || 'solid'},
      color: palette[line.colour], data: run.seconds.map((at, j) => [at, run[line.key][j]]),
      ...(i === 0 ? {markLine: starts(run, palette)} : {})
    }))
  }), more);
}

const millis = value => value === null || value === undefined ? '' : digits(value) + ' ms';
const plainly = value => value === null || value === undefined ? '' : digits(value);
const inBytes = value => value === null || value === undefined ? '' : reading(value, 'bytes');
const percent = value => value === null || value === undefined ? '' : digits(value) + ' %';

for (const holder of document.querySelectorAll('.load-charts')) {
  const run = page.runs[Number(holder.dataset.run)];
  const parts = [
    curves(run, 'Requests a second', [
      {key: 'offered', name: 'offered', colour: 'base', dash: 'dashed'}, {key: 'achieved', name: 'answered well', colour: 'now'},
      {key: 'errors', name: 'failed', colour: 'fit'}, {key: 'dropped', name: 'dropped', colour: 'extra'}], {show: plainly}),
    curves(run, 'Times (response where arrivals wait for nobody, service where users wait), in milliseconds on a log scale', [
      {key: 'max', name: 'max', colour: 'base', dash: 'dotted'}, {key: 'p99', name: 'p99', colour: 'fit'},
      {key: 'p95', name: 'p95', colour: 'extra'}, {key: 'p50', name: 'p50', colour: 'now'},
      {key: 'lag', name: 'driver late (p99)', colour: 'soft', dash: 'dashed'}], {show: millis, log: true}),
    curves(run, 'Users and requests in flight', [
      {key: 'users', name: 'users', colour: 'base', dash: 'dashed'}, {key: 'inFlight', name: 'in flight', colour: 'now'}], {show: plainly}),
    curves(run, 'Heap', [
      {key: 'heap', name: 'in use', colour: 'base', dash: 'dotted'},
      {key: 'afterCollection', name: 'after a collection', colour: 'now'},
      {key: 'live', name: 'counted live', colour: 'fit'}], {show: inBytes}),
    curves(run, 'Resident memory', [
      {key: 'resident', name: 'the process', colour: 'base'},
      {key: 'outsideHeap', name: 'without the heap', colour: 'now'}], {show: inBytes}),
    curves(run, 'Processor time as a share of the machine', [{key: 'cpu', name: 'process', colour: 'now'}], {show: percent}),
    curves(run, 'Milliseconds in collections that stopped the JVM', [{key: 'pause', name: 'pauses', colour: 'fit'}], {show: millis}),
    curves(run, 'Threads and open file descriptors', [
      {key: 'threads', name: 'threads', colour: 'now'},
      {key: 'descriptors', name: 'descriptors', colour: 'extra', dash: 'dashed'}], {show: plainly}),
    ...run.gauges.map((gauge, i) =>
      curves({...run, ['gauge' + i]: gauge.values}, gauge.name + ' (' + gauge.unit + ')', [
        {key: 'gauge' + i, name: gauge.name, colour: 'now'}], {show: plainly}))
  ];
  holder.append(...parts.filter(part => part !== null));
}
