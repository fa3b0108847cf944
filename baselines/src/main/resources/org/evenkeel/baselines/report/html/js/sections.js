/* Scaling, leaks and history: charts of the run as a whole. */
function scalingFigures(path) {
  const labels = path.points.map(point => point.label);
  const throughput = palette => ({
    legend: legend(palette, ['throughput', 'ideal']),
    xAxis: axis(palette, {type: 'category', data: labels}),
    yAxis: axis(palette, {type: 'value', min: 0, axisLabel: {formatter: digits}}),
    series: [
      {type: 'bar', name: 'throughput', barMaxWidth: 46, itemStyle: {color: palette.now},
        data: path.points.map(point => point.throughput === null ? null : point.throughput * path.throughputFactor)},
      {type: 'line', name: 'ideal', symbol: 'emptyCircle', symbolSize: 7, connectNulls: true,
        data: path.points.map(point => point.ideal === null ? null : point.ideal * path.throughputFactor),
        lineStyle: {type: 'dashed', color: palette.fit, width: 2}, itemStyle: {color: palette.fit}}
    ]
  });
  const latency = palette => ({
    legend: legend(palette, ['p50', 'p99']),
    xAxis: axis(palette, {type: 'category', data: labels}),
    yAxis: axis(palette, {type: 'log', axisLabel: {formatter: digits}}),
    series: [['p50', palette.base, 'emptyCircle', 'dashed'], ['p99', palette.now, 'diamond', 'solid']]
      .map(([key, colour, symbol, dash]) => ({
        type: 'line', name: key, symbol, symbolSize: 8, connectNulls: true,
        data: path.points.map(point => point[key] === null ? null : point[key] * path.latencyFactor),
        lineStyle: {color: colour, width: 2, type: dash}, itemStyle: {color: colour}
      }))
  });
  const figures = [];
  if (path.points.some(point => point.throughput !== null)) {
    figures.push(figure('Throughput in ' + path.throughputUnit, 'Throughput of ' + path.name, throughput));
  }
  if (path.points.some(point => point.p99 !== null)) {
    figures.push(figure('Latency in ' + path.latencyUnit, 'Latency of ' + path.name, latency));
  }
  return figures;
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
    holder.append(...scalingFigures(page.scaling[Number(holder.dataset.path)])));
  document.querySelectorAll('.leak-charts').forEach(holder => {
    const leak = page.leaks[Number(holder.dataset.leak)];
    holder.append(...leak.signals.map(signal => leakFigure(leak.workload, signal)));
  });
  page.history.forEach(line => document.getElementById('history-charts').append(historyFigure(line)));
  document.documentElement.dataset.ready = 'true';
}

start();
