// Tries every panel on a running stack and writes docs/dashboards.md: node panels.mjs
// Needs Prometheus (Debian: apt-get install prometheus) and a stack (./callsheet up; another by CALLSHEET_STATE). Ends with 1 if a panel is empty.
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {alerts, dashboards} from './build.mjs';
import {page} from './page.mjs';
import {play} from './traffic.mjs';

// After build.mjs has installed what it stands on.
const {ask, start} = await import('./prometheus.mjs');
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const state = process.env.CALLSHEET_STATE ?? join(root, '.callsheet');

const prometheus = await start(state, alerts);
try {
  const begun = Date.now() / 1000;
  await play(state);
  // Two more looks at everything, so that the last events are counted.
  await pause(6000);
  const end = Date.now() / 1000;
  const boards = [];
  for (const [name, board] of dashboards) {
    boards.push({name, board, panels: await Promise.all(board.panels.filter(panel => panel.targets).map(panel => tried(panel, begun, end)))});
  }
  const rules = (await ask(prometheus, 'rules')).groups.flatMap(group => group.rules);
  const told = {boards, rules, seconds: Math.round(end - begun), prometheus: await prometheus.version()};
  writeFileSync(join(root, 'docs/dashboards.md'), page(told));
  const empty = boards.flatMap(({name, panels}) => panels.filter(panel => panel.lines.every(line => line.values.length === 0)).map(panel => `${name}: ${panel.title}`));
  const ill = rules.filter(rule => rule.health !== 'ok').map(rule => `${rule.name}: ${rule.lastError}`);
  console.log([...empty.map(each => `empty: ${each}`), ...ill, `${boards.flatMap(each => each.panels).length - empty.length} panels with data, ${empty.length} without`].join('\n'));
  process.exitCode = empty.length + ill.length === 0 ? 0 : 1;
} finally {
  await prometheus.stop();
}

/** A panel with what its lines show: of a curve its highest point, else its value now. */
async function tried(panel, begun, end) {
  const lines = [];
  for (const target of panel.targets) {
    const query = target.expr.replaceAll('$namespace', '.*').replaceAll('$__rate_interval', '20s').replaceAll('$__range', `${Math.round(end - begun)}s`)
      .replaceAll('$window', '1h');
    const found = target.instant ? await ask(prometheus, 'query', {query, time: end}) : await ask(prometheus, 'query_range', {query, start: begun, end, step: 2});
    lines.push({
      values: found.result.map(series => ({labels: series.metric, value: highest(series.values ?? [series.value])})).filter(each => each.value !== undefined),
      exemplars: target.exemplar ? await exemplars(query, begun, end) : undefined,
    });
  }
  return {title: panel.title, kind: panel.type, unit: panel.fieldConfig.defaults.unit, lines};
}

function highest(points) {
  const numbers = points.map(([, text]) => Number(text)).filter(Number.isFinite);
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

async function exemplars(query, begun, end) {
  const series = await ask(prometheus, 'query_exemplars', {query, start: begun, end});
  return series.flatMap(each => each.exemplars).filter(each => /^[0-9a-f]{32}$/.test(each.labels.trace_id ?? '')).length;
}
