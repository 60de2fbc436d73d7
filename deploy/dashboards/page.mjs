// docs/dashboards.md: each panel of each board, and what it showed.

/** @param told boards with their tried panels, rules, the seconds that it took, Prometheus' version */
export function page({boards, rules, seconds, prometheus}) {
  const curves = boards.flatMap(each => each.panels).flatMap(panel => panel.lines);
  const alerts = rules.filter(rule => rule.type === 'alerting');
  const firing = alerts.filter(rule => rule.state === 'firing').map(rule => rule.name);
  return `# Dashboards

Written by \`node deploy/dashboards/panels.mjs\`: Prometheus ${prometheus} scrapes a running stack while the demo plays its three scenarios, a batch
runs, four requests are refused and a worker is killed (${seconds} s); then every expression of every panel is asked for. A curve is told by its
highest point. With points that lead to a trace: ${curves.filter(line => line.exemplars > 0).length} of ${curves.filter(line => line.exemplars !== undefined).length} curves over histograms.

The boards are made by \`deploy/dashboards\` and lie in \`deploy/k8s/monitoring/dashboards\`, for Grafana 12 or later; data sources (metrics, traces) and the namespace
are chosen on the board. A click on a curve's point opens its trace, a click on anything else the search for traces of that time.

${boards.map(section).join('\n')}
## Alerts

${alerts.length} alerting and ${rules.length - alerts.length} recording rules were evaluated all the while, without an error. ${firing.length === 0 ? 'None fired.' : `Firing at the end: ${firing.join(', ')}.`}
What to do about each stands in [runbooks](runbooks/README.md).
`;
}

function section({board, panels}) {
  return `## ${board.title.replace('Callsheet: ', '')}

${board.description}

| panel | with the demo's data |
| --- | --- |
${panels.map(panel => `| ${panel.title} | ${shown(panel)} |`).join('\n')}
`;
}

function shown({lines, unit, kind}) {
  const values = lines.flatMap(line => line.values).sort((a, b) => b.value - a.value);
  if (values.length === 0) {
    return '**empty**';
  }
  const named = values.slice(0, 6).map(({labels, value}) => [Object.values(withoutName(labels)).join(' '), text(value, unit)].filter(each => each !== '').join(' '));
  const exemplars = lines.reduce((sum, line) => sum + (line.exemplars ?? 0), 0);
  return [
    `${kind === 'timeseries' ? 'up to ' : ''}${named.join(', ')}`,
    values.length > 6 ? `and ${values.length - 6} more` : '',
    exemplars > 0 ? `${exemplars} points with a trace` : '',
  ].filter(each => each !== '').join('; ');
}

function withoutName({__name__: _, ...labels}) {
  return labels;
}

function text(value, unit) {
  switch (unit) {
    case 's': return `${value.toPrecision(3)} s`;
    case 'currencyUSD': return `$${value.toFixed(2)}`;
    case 'percentunit': return `${(100 * value).toFixed(1)} %`;
    case 'reqps': return `${value.toFixed(2)}/s`;
    default: return value.toFixed(Number.isInteger(value) ? 0 : 2);
  }
}
