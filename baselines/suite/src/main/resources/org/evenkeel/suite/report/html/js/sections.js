/* Scaling, leaks and history: charts of the run as a whole. */
/** Throughput with the ideal line, and latency below it on the same forms: what more callers bring, and what they wait for it. */
function scalingFigure(path) {
  const labels = path.points.map(point => point.label);
  const values = (key, factor) => path.points.map(point => point[key] === null ? null : point[key] * factor);
  const line = (name, data, colour, symbol, dash) => ({type: 'line', name, data, symbol, symbolSize: 8, connectNulls: true,
    lineStyle: {type: dash, color: colour, width: 2}, itemStyle: {color: colour}});
  const throughput = palette => ({scale: {type: 'value', min: 0, name: path.throughputUnit}, series: [
    {type: 'bar', name: 'throughput', barMaxWidth: 46, itemStyle: {color: palette.now},
      data: values('throughput', path.throughputFactor)},
    line('ideal', values('ideal', path.throughputFactor), palette.fit, 'emptyCircle', 'dashed')]});
  const latency = palette => ({scale: {type: 'log', name: path.latencyUnit}, series: [
    line('p50', values('p50', path.latencyFactor), palette.base, 'emptyCircle', 'dashed'),
    line('p99', values('p99', path.latencyFactor), palette.now, 'diamond', 'solid')]});
  const panels = [...(path.points.some(point => point.throughput !== null) ? [throughput] : []),
    ...(path.points.some(point => point.p99 !== null) ? [latency] : [])];
  const options = palette => {
    const shown = panels.map(panel => panel(palette));
    const last = shown.length - 1;
    return {
      legend: legend(palette, shown.flatMap(panel => panel.series.map(one => one.name))),
      grid: shown.map((panel, i) => ({left: 76, right: 20, top: last === 0 || i === 0 ? 34 : '56%',
        bottom: i === last ? 28 : '51%'})),
      xAxis: shown.map((panel, i) => axis(palette, {type: 'category', data: labels, gridIndex: i,
        axisLabel: {show: i === last}})),
      yAxis: shown.map((panel, i) => axis(palette, {...panel.scale, gridIndex: i, nameGap: 56, axisLabel: {formatter: digits}})),
      series: shown.flatMap((panel, i) => panel.series.map(one => ({...one, xAxisIndex: i, yAxisIndex: i})))
    };
  };
  return figure('Throughput of all callers, and how long a call takes (log scale)', 'Scaling of ' + path.name, options, panels.length > 1 ? 'tall' : '');
}

function leakFigure(workload, signal) {
  const fit = signal.fit;
  const options = palette => ({
    legend: legend(palette, ['readings', ...(fit ? ['fitted line'] : []), ...(fit && fit.lower ? ['its band'] : [])]),
    xAxis: axis(palette, {type: 'value', scale: true, name: 'operations', axisLabel: {formatter: compact}}),
    yAxis: axis(palette, {type: 'value', scale: true, axisLabel: {formatter: value => reading(value, signal.unit)}}),
    series: [
      ...(fit && fit.lower ? [fit.lower, fit.upper].map(edge => ({type: 'line', name: 'its band', symbol: 'none',
        silent: true, data: edge, lineStyle: {color: palette.fit, width: 1, type: 'dotted'},
        itemStyle: {color: palette.fit}})) : []),
      {type: 'scatter', name: 'readings', symbolSize: 5, itemStyle: {color: palette.now}, data: signal.points,
        tooltip: {formatter: at => compact(at.value[0]) + ' operations: ' + reading(at.value[1], signal.unit)}},
      ...(fit ? [{type: 'line', name: 'fitted line', symbol: 'none', data: fit.line, silent: true,
        lineStyle: {color: palette.fit, width: 2}, itemStyle: {color: palette.fit}}] : [])
    ]
  });
  return figure(signal.name + ', ' + signal.tendency + ': ' + signal.reason, signal.name + ' of ' + workload, options);
}

function historyFigure(line) {
  const options = palette => ({
    xAxis: axis(palette, {type: 'category', data: line.points.map(point => point.commit || point.time.slice(0, 10)),
      axisLabel: {rotate: 40}}),
    yAxis: axis(palette, {type: 'value', scale: true, axisLabel: {formatter: digits}}),
    series: [{type: 'line', name: line.metric, symbol: 'circle', symbolSize: 5,
      data: line.points.map(point => point.value * line.factor),
      lineStyle: {color: palette.now, width: 1.5}, itemStyle: {color: palette.now},
      tooltip: {formatter: at => line.points[at.dataIndex].time + '\n' + line.points[at.dataIndex].commit + '\n'
        + digits(at.value) + ' ' + line.unit},
      markLine: {symbol: 'none', silent: true, lineStyle: {color: palette.fit, type: 'dashed', width: 2},
        label: {color: palette.ink, formatter: at => at.data.name},
        data: line.shifts.map(shift => ({xAxis: shift.at, name: shift.change}))}}]
  });
  return figure(line.benchmark + ' ' + line.metric + ', ' + line.unit
    + line.shifts.map(shift => '; ' + shift.change + ' at ' + (line.points[shift.at].commit || line.points[shift.at].time)).join(''),
    'History of ' + line.benchmark + ' ' + line.metric, options);
}

/** Links to the parts that this page has. */
function contents() {
  document.getElementById('parts').append(...[...document.querySelectorAll('section[id]')].map(part =>
    element('a', {href: '#' + part.id}, part.querySelector('h2').textContent)));
}

function start() {
  contents();
  table();
  document.querySelectorAll('.scaling-charts').forEach(holder =>
    holder.append(scalingFigure(page.scaling[Number(holder.dataset.path)])));
  document.querySelectorAll('.leak-charts').forEach(holder => {
    const leak = page.leaks[Number(holder.dataset.leak)];
    holder.append(...leak.signals.map(signal => leakFigure(leak.workload, signal)));
  });
  page.history.forEach(line => document.getElementById('history-charts').append(historyFigure(line)));
  document.documentElement.dataset.ready = 'true';
}

start();
