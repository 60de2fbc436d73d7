// Which metrics the dashboards, the alerts and the autoscaling read, with labels and values: what a service must export, and what a Prometheus must keep.
import {reads} from './promql.mjs';

// Prometheus' own.
const FOREIGN = new Set(['up']);

/** {metric: {label: [values]}}, sorted. Records of the rules themselves are left out, and must exist. */
export function metrics(dashboards, alerts, scalers) {
  const rules = alerts.flatMap(([, alert]) => alert.spec.groups.flatMap(group => group.rules));
  const records = new Set(rules.flatMap(rule => rule.record ?? []));
  const found = new Map();
  const places = [
    ...dashboards.flatMap(([name, board]) => board.panels.flatMap(panel => (panel.targets ?? []).map(target => [`${name}: ${panel.title}`, target.expr]))),
    ...rules.map(rule => [rule.alert ?? rule.record, rule.expr]),
    ...scalers.flatMap(scaler => scaler.spec.triggers.filter(trigger => trigger.type === 'prometheus')
      .map(trigger => [`scaling of ${scaler.metadata.name}`, trigger.metadata.query])),
  ];
  for (const [place, expression] of places) {
    for (const {metric, labels} of read(place, expression)) {
      if (metric.includes(':') && !records.has(metric)) {
        throw new Error(`${place}: nobody records ${metric}`);
      }
      if (!records.has(metric) && !FOREIGN.has(metric)) {
        merge(found, metric, labels);
      }
    }
  }
  return sorted(found, labels => sorted(labels, values => [...values].sort()));
}

function read(place, expression) {
  try {
    return reads(expression);
  } catch (e) {
    throw new Error(`${place}: ${e.message}`);
  }
}

function merge(found, metric, labels) {
  const known = found.get(metric) ?? new Map();
  found.set(metric, known);
  Object.entries(labels).forEach(([label, values]) => known.set(label, new Set([...(known.get(label) ?? []), ...values])));
}

function sorted(map, value) {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, value(each)]));
}
