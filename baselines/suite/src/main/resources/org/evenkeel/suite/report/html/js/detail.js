/* What is behind a row: both sides' forks, iterations, single calls, the rule that decided and its numbers. */
function forksFigure(row) {
  const lanes = {base: 'baseline', now: 'now'};
  const options = palette => ({
    xAxis: axis(palette, {type: 'value', scale: true, axisLabel: {formatter: digits}}),
    yAxis: axis(palette, {type: 'category', data: ['now', 'baseline'], splitLine: {show: false}}),
    series: sides(palette).flatMap(side => {
      const sessions = row.forks[side.key];
      const points = sessions.flatMap((forks, session) => forks.map((value, fork) => ({
        value: [value * row.factor, lanes[side.key]],
        symbolOffset: [0, 7 * (session - (sessions.length - 1) / 2) * Math.min(1, 5 / sessions.length)],
        name: 'session ' + (session + 1) + ', fork ' + (fork + 1)
      })));
      const centre = row[side.key];
      return [
        {type: 'scatter', name: lanes[side.key], symbol: side.symbol, symbolSize: 8, data: points,
          itemStyle: {color: side.colour, opacity: .85},
          tooltip: {formatter: at => at.name + ': ' + digits(at.value[0]) + ' ' + row.unit}},
        {type: 'scatter', symbol: 'rect', symbolSize: [2, 34], itemStyle: {color: palette.ink},
          data: centre === null ? [] : [[centre * row.factor, lanes[side.key]]],
          tooltip: {formatter: at => lanes[side.key] + ': ' + digits(at.value[0]) + ' ' + row.unit}}
      ];
    })
  });
  return figure('Forks in ' + row.unit + ': each mark is one, each bar the centre of its side', 'Forks of ' + row.name, options, 'low');
}

function iterationsFigure(row, behind) {
  const options = palette => ({
    legend: legend(palette, sides(palette).filter(side => behind.iterations[side.key].length).map(side => side.name)),
    xAxis: axis(palette, {type: 'value', name: 'iterations, fork after fork', minInterval: 1}),
    yAxis: axis(palette, {type: 'value', scale: true, axisLabel: {formatter: digits}}),
    series: sides(palette).map(side => {
      const data = [];
      let at = 1;
      behind.iterations[side.key].forEach((fork, index) => {
        fork.forEach(value => data.push({value: [at++, value * behind.factor], name: 'fork ' + (index + 1)}));
        data.push({value: [at++, null]});
      });
      return {type: 'line', name: side.name, data, symbol: side.symbol, symbolSize: 5, showAllSymbol: true,
        lineStyle: {color: side.colour, width: 1.5}, itemStyle: {color: side.colour},
        tooltip: {formatter: at => side.name + ', ' + at.name + ': ' + digits(at.value[1]) + ' ' + behind.unit}};
    })
  });
  return figure('Measured iterations in ' + behind.unit + ', newest session of each side: a slope within forks is a warm-up that was too short',
      'Iterations of ' + row.name, options);
}

function percentileLabel(beyond) {
  const nines = Math.round(Math.log10(beyond));
  if (nines <= 0) return '0 %';
  return (100 - 100 / 10 ** nines).toFixed(Math.max(0, nines - 2)) + ' %';
}

function percentilesFigure(row, behind) {
  const options = palette => ({
    legend: legend(palette, sides(palette).filter(side => behind.percentiles[side.key].length).map(side => side.name)),
    xAxis: axis(palette, {type: 'log', logBase: 10, min: 1, name: 'percentile',
      axisLabel: {formatter: percentileLabel}}),
    yAxis: axis(palette, {type: 'log', axisLabel: {formatter: digits}}),
    series: sides(palette).map(side => ({
      type: 'line', name: side.name, showSymbol: false, triggerLineEvent: true,
      data: behind.percentiles[side.key].map(([beyond, value]) => [beyond, value * behind.factor]),
      lineStyle: {color: side.colour, width: 2, type: side.dash}, itemStyle: {color: side.colour}
    })),
    tooltip: {renderMode: 'richText', confine: true, trigger: 'axis', backgroundColor: palette.paper,
      borderColor: palette.line, textStyle: {color: palette.ink, fontSize: 12},
      formatter: points => points.map(point => point.seriesName + ': '
        + (100 - 100 / point.value[0]).toPrecision(5) + ' % of calls within ' + digits(point.value[1]) + ' '
        + behind.unit).join('\n')}
  });
  return figure('Latency by percentile, in ' + behind.unit, 'Latency percentiles of ' + row.name, options);
}

function histogramFigure(row, behind) {
  const options = palette => ({
    legend: legend(palette, sides(palette).filter(side => behind.shares[side.key].length).map(side => side.name)),
    xAxis: axis(palette, {type: 'log', axisLabel: {formatter: digits},
      min: behind.edges[0] * behind.factor, max: behind.edges[behind.edges.length - 1] * behind.factor}),
    yAxis: axis(palette, {type: 'value', axisLabel: {formatter: value => value + ' %'}}),
    series: sides(palette).map(side => ({
      type: 'line', step: 'end', name: side.name, showSymbol: false,
      data: behind.shares[side.key].length === 0 ? []
        : behind.edges.map((edge, at) => [edge * behind.factor, at === 0 ? 0 : 100 * behind.shares[side.key][at - 1]]),
      lineStyle: {color: side.colour, width: 1.5, type: side.dash}, itemStyle: {color: side.colour},
      areaStyle: {color: side.colour, opacity: .2}
    }))
  });
  return figure('Share of calls by time (log scale, in ' + behind.unit + '); the slowest 0.1 % is left out', 'Histogram of ' + row.name, options);
}

function rawNumbers(row) {
  const lines = [];
  for (const [key, name] of [['base', 'baseline'], ['now', 'now']]) {
    row.forks[key].forEach((forks, session) => lines.push(name + ' session ' + (session + 1) + ', forks: '
      + forks.map(value => digits(value * row.factor)).join('  ') + ' ' + row.unit));
  }
  const behind = page.benchmarks[row.benchmark];
  if (behind) {
    for (const [key, name] of [['base', 'baseline'], ['now', 'now']]) {
      behind.iterations[key].forEach((fork, index) => lines.push(name + ' newest session, fork ' + (index + 1)
        + ', iterations: ' + fork.map(value => digits(value * behind.factor)).join('  ') + ' ' + behind.unit));
    }
  }
  return element('details', {}, element('summary', {}, 'Raw numbers'), element('pre', {}, lines.join('\n')));
}

function detail(row) {
  const behind = page.benchmarks[row.benchmark];
  const figures = [];
  if (row.forks.base.length + row.forks.now.length > 0) figures.push(forksFigure(row));
  if (behind) {
    if (behind.iterations.base.length + behind.iterations.now.length > 0) figures.push(iterationsFigure(row, behind));
    if (behind.edges) figures.push(percentilesFigure(row, behind), histogramFigure(row, behind));
  }
  const facts = element('dl', {});
  for (const [name, value] of row.rule) facts.append(element('dt', {}, name), element('dd', {}, value));
  return element('div', {}, facts, element('div', {class: 'figures'}, ...figures),
      figures.length > 0 ? rawNumbers(row) : null);
}
