// What a PromQL expression reads, by Prometheus' own grammar. The grammar is used, not a pattern: a name in a text, a unit or a
// function is no metric.
import {parser} from '@prometheus-io/lezer-promql';

// Grafana's own words, as durations that nobody writes, so that an expression with them can be parsed.
const SPANS = {'$__rate_interval': '86399001ms', '$__range': '86399002ms', '$window': '86399003ms'};
// Labels that the scraping adds.
export const OF_THE_TARGET = new Set(['namespace', 'job', 'instance', 'pod']);

// A matcher's value that names what it wants, and is no pattern.
const WORDS = /^[\w.-]+(\|[\w.-]+)*$/;

/** The syntax tree of an expression; throws with the place of the first error. */
function parse(expression) {
  const tree = parser.parse(expression);
  tree.iterate({enter: node => {
    if (node.type.isError) {
      throw new Error(`no PromQL, at ${node.from}: ${expression.slice(0, node.from)} >>> ${expression.slice(node.from)}`);
    }
  }});
  return tree;
}

/** With every selector narrowed to `namespace`; durations may be Grafana's. */
export function within(namespace, expression) {
  const plain = grafanaOut(expression);
  const inserts = [];
  parse(plain).iterate({enter: node => {
    if (node.name !== 'VectorSelector') {
      return;
    }
    const matchers = node.node.getChild('LabelMatchers');
    const name = node.node.getChild('Identifier');
    if (!matchers) {
      inserts.push([name.to, `{${namespace}}`]);
    } else if (matchers.to - matchers.from > 2) {
      inserts.push([matchers.from + 1, `${namespace}, `]);
    } else {
      inserts.push([matchers.from + 1, namespace]);
    }
  }});
  return grafanaIn(inserts.reverse().reduce((text, [at, what]) => text.slice(0, at) + what + text.slice(at), plain));
}

/**
 * What is read: a list of {metric, labels: {name: [values]}}. A label without values is grouped by, or matched by a pattern; those that
 * the scraping adds are left out.
 */
export function reads(expression) {
  const text = grafanaOut(expression);
  const found = [];
  parse(text).iterate({enter: node => {
    if (node.name !== 'VectorSelector') {
      return;
    }
    const labels = {};
    for (const matcher of node.node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? []) {
      const name = text.slice(matcher.getChild('LabelName').from, matcher.getChild('LabelName').to);
      labels[name] = values(text, matcher);
    }
    around(node.node, text).forEach(name => { labels[name] ??= []; });
    OF_THE_TARGET.forEach(name => delete labels[name]);
    const name = node.node.getChild('Identifier');
    found.push({metric: text.slice(name.from, name.to), labels});
  }});
  return found;
}

/** Grouping labels (`by`, `on`) of everything that an expression's part stands in. */
function around(node, text) {
  const names = new Set();
  for (let outer = node.parent; outer; outer = outer.parent) {
    const words = outer.name === 'AggregateExpr' ? outer.getChild('AggregateModifier') : outer.getChild('MatchingModifierClause');
    if (!words || words.getChild('Without') || words.getChild('Ignoring')) {
      continue;
    }
    words.getChild('GroupingLabels')?.getChildren('LabelName').forEach(label => names.add(text.slice(label.from, label.to)));
  }
  return names;
}

/** The values that a matcher names; none if it is a pattern, or leaves out whatever may be there. */
function values(text, matcher) {
  const quoted = matcher.getChild('StringLiteral');
  const value = text.slice(quoted.from + 1, quoted.to - 1);
  return WORDS.test(value) && !matcher.getChild('MatchOp').getChild('NeqRegex') ? value.split('|') : [];
}

function grafanaOut(expression) {
  return Object.entries(SPANS).reduce((text, [word, span]) => text.replaceAll(word, span), expression);
}

function grafanaIn(expression) {
  return Object.entries(SPANS).reduce((text, [word, span]) => text.replaceAll(span, word), expression);
}
