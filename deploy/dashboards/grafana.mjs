// The few parts of Grafana's dashboard model that we use (classic schema, as Grafana 12 and later provision it from files).
import {within} from './promql.mjs';

const WIDTH = 24;
const NAMESPACE = 'namespace=~"$namespace"';

/** One line of a panel; the expression without a namespace, which is added. */
export function line(expression, legend, options = {}) {
  return {expression: expression.replace(/\s+/g, ' ').trim(), legend, exemplar: false, ...options};
}

/** A line over a histogram, whose exemplars lead from a point to its trace. */
export function histogramLine(expression, legend) {
  return line(expression, legend, {exemplar: true});
}

/** `expression`, and 0 where nothing was counted yet although `job` is there to count: nothing at all when nobody counts. */
export function orZero(expression, job) {
  return `(${expression}) or on () 0 * max(up{job=~"${job}"} == 1)`;
}

/** How much a counter rose in the time shown, where series begin with their first event: such a one has no increase, but a value. */
export function risen(counter) {
  return `((${counter} unless ${counter} offset $__range) or increase(${counter}[$__range]))`;
}

/**
 * @param title what is shown
 * @param unit Grafana's name of the unit
 * @param description what a reader has to know to judge it
 * @param traces TraceQL of the traces behind it
 * @param lines from `line`
 * @param options kind (timeseries, stat, table), w and h in grid units, bad: the value from which it is red, decimals, max, stack
 */
export function panel(title, unit, description, traces, lines, options = {}) {
  return {title, unit, description, traces, lines, options: {kind: 'timeseries', w: 8, h: 8, ...options}};
}

/** A heading over the panels that follow. */
export function row(title) {
  return {title, row: true};
}

/** The file's content. */
export function dashboard({uid, title, description, from = 'now-6h', window, panels}) {
  const place = placing();
  return {
    uid: `callsheet-${uid}`,
    title: `Callsheet: ${title}`,
    description,
    tags: ['callsheet'],
    timezone: 'browser',
    schemaVersion: 41,
    version: 1,
    editable: false,
    graphTooltip: 1,
    refresh: '30s',
    time: {from, to: 'now'},
    templating: {list: [
      source('datasource', 'Metrics', 'prometheus'),
      source('traces', 'Traces', 'tempo'),
      namespaces(),
      ...(window ? [windows(window)] : []),
    ]},
    annotations: {list: []},
    links: [{
      title: 'Callsheet', type: 'dashboards', tags: ['callsheet'], asDropdown: true, includeVars: true, keepTime: true,
      icon: 'external link', targetBlank: false, tooltip: '', url: '',
    }],
    panels: panels.map((each, index) => (each.row ? heading(each, index + 1, place) : drawn(each, index + 1, place))),
  };
}

function source(name, label, type) {
  return {name, label, type: 'datasource', query: type, current: {}, hide: 0, refresh: 1, regex: '', includeAll: false, multi: false, options: []};
}

function namespaces() {
  return {
    name: 'namespace', label: 'Namespace', type: 'query', datasource: {type: 'prometheus', uid: '${datasource}'},
    query: {query: 'label_values(target_info, namespace)', refId: 'namespace'}, definition: 'label_values(target_info, namespace)',
    // Where nothing is labelled with a namespace, as on one machine, all is meant.
    includeAll: true, allValue: '.*', multi: false, current: {text: 'All', value: '$__all'}, hide: 0, refresh: 2, regex: '', sort: 1, options: [],
  };
}

function windows(lengths) {
  return {
    name: 'window', label: 'Counted over', type: 'custom', query: lengths.join(','), current: {text: lengths[0], value: lengths[0]},
    options: lengths.map((length, index) => ({text: length, value: length, selected: index === 0})), hide: 0, includeAll: false, multi: false,
  };
}

/** Left to right, then the next line; a heading begins a new one. */
function placing() {
  let x = 0;
  let y = 0;
  let height = 0;
  return (w, h) => {
    if (x + w > WIDTH) {
      x = 0;
      y += height;
      height = 0;
    }
    const at = {x, y, w, h};
    x += w;
    height = Math.max(height, h);
    return at;
  };
}

function heading({title}, id, place) {
  return {id, type: 'row', title, collapsed: false, gridPos: place(WIDTH, 1), panels: []};
}

function drawn({title, unit, description, traces, lines, options}, id, place) {
  const {kind, w, h} = options;
  return {
    id, type: kind, title, description,
    datasource: {type: 'prometheus', uid: '${datasource}'},
    gridPos: place(w, h),
    fieldConfig: {defaults: fields(unit, traces, options), overrides: []},
    options: looks(kind),
    ...(kind === 'table' ? {transformations: [{id: 'organize', options: {excludeByName: {Time: true}, renameByName: {Value: title}}}]} : {}),
    targets: lines.map((each, index) => target(each, index, kind)),
  };
}

function target({expression, legend, exemplar}, index, kind) {
  const now = kind !== 'timeseries';
  return {
    refId: String.fromCharCode('A'.charCodeAt(0) + index),
    datasource: {type: 'prometheus', uid: '${datasource}'},
    expr: within(NAMESPACE, expression),
    legendFormat: legend,
    exemplar,
    instant: now,
    range: !now,
    ...(kind === 'table' ? {format: 'table'} : {}),
  };
}

function fields(unit, traces, {kind, bad, decimals, max, stack}) {
  const steps = [{color: 'green', value: null}];
  if (bad !== undefined) {
    steps.push({color: 'red', value: bad});
  }
  return {
    unit,
    min: 0,
    ...(max === undefined ? {} : {max}),
    ...(decimals === undefined ? {} : {decimals}),
    noValue: 'nothing yet',
    color: {mode: kind === 'timeseries' ? 'palette-classic' : 'thresholds'},
    thresholds: {mode: 'absolute', steps},
    links: [{title: 'Traces of this time', url: traceSearch(traces), targetBlank: true}],
    ...(kind === 'timeseries' ? {custom: {
      drawStyle: 'line', lineWidth: 1, fillOpacity: stack ? 30 : 8, showPoints: 'auto', spanNulls: false,
      stacking: {mode: stack ? 'normal' : 'none', group: 'A'},
      thresholdsStyle: {mode: bad === undefined ? 'off' : 'line'},
    }} : {}),
  };
}

/** Grafana's Explore with a search in Tempo; what stands as `${...}` is Grafana's to put in. */
function traceSearch(query) {
  const pane = {
    datasource: '${traces}',
    queries: [{refId: 'A', datasource: {type: 'tempo', uid: '${traces}'}, queryType: 'traceql', query, limit: 50}],
    range: {from: '${__from}', to: '${__to}'},
  };
  const text = encodeURIComponent(JSON.stringify({traces: pane}));
  return `/explore?schemaVersion=1&panes=${text.replace(/%24%7B(\w+)%7D/g, '${$1}')}`;
}

function looks(kind) {
  if (kind === 'stat') {
    return {reduceOptions: {calcs: ['lastNotNull'], fields: '', values: false}, colorMode: 'value', graphMode: 'area', textMode: 'auto', orientation: 'auto', justifyMode: 'auto'};
  }
  if (kind === 'table') {
    return {showHeader: true, cellHeight: 'sm', footer: {show: false, reducer: ['sum'], countRows: false, fields: ''}};
  }
  return {legend: {displayMode: 'list', placement: 'bottom', showLegend: true, calcs: []}, tooltip: {mode: 'multi', sort: 'desc'}};
}
