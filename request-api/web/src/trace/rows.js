/** Which bars of a trace are shown, and where: no page, no document. */

/** What each room is called, in the order in which a request comes through them. */
export const ROOMS = {
  door: "door",
  routing: "routing",
  assignment: "worker's tables",
  take: "take",
  queue: "queue",
  submit: "submit",
  render: "render",
  fetch: "fetch and store",
  scoring: "scoring",
  conclusion: "accept or retake",
  projection: "projection",
  session: "live session",
  turn: "answer",
  outbox: "event sent",
  other: "call",
};
/** Worth a look only when something is looked for. */
const DETAIL = new Set(["outbox", "other"]);

export function room(span) {
  return span.room in ROOMS ? span.room : "other";
}

/**
 * The rows to be shown, parents before children.
 *
 * @param everything also what is detail
 * @param closed the ids of the bars whose children are hidden
 * @returns [{span, level, children, open, from, to}]; from and to are shares of the whole, 0 to 1
 */
export function rows(trace, { everything = false, closed = new Set() } = {}) {
  const spans = trace.spans ?? [];
  const known = new Map(spans.map((span) => [span.id, span]));
  const shown = (span) => everything || span.failed || !DETAIL.has(room(span));
  const parentOf = (span) => {
    let parent = known.get(span.parent);
    for (let step = 0; parent && !shown(parent) && step < spans.length; step++) {
      parent = known.get(parent.parent);
    }
    return parent;
  };
  const children = new Map();
  for (const span of spans.filter(shown)) {
    const parent = parentOf(span)?.id ?? null;
    children.set(parent, [...(children.get(parent) ?? []), span]);
  }
  const whole = Math.max(trace.durationMs ?? 0, 0.001);
  const began = Date.parse(trace.startedAt);
  const result = [];
  const seen = new Set();
  const add = (span, level) => {
    if (seen.has(span.id)) {
      return;
    }
    seen.add(span.id);
    const own = children.get(span.id) ?? [];
    const offset = Date.parse(span.startedAt) - began;
    result.push({
      span,
      level,
      children: own.length,
      open: !closed.has(span.id),
      offset,
      from: share(offset / whole),
      to: share((offset + span.durationMs) / whole),
    });
    if (!closed.has(span.id)) {
      own.forEach((child) => add(child, level + 1));
    }
  };
  (children.get(null) ?? []).forEach((span) => add(span, 1));
  return result;
}

function share(value) {
  return Math.min(1, Math.max(0, value));
}

/** As "24.1 s" or "3.4 ms". */
export function length(ms) {
  if (ms >= 60_000) {
    return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
  }
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

/** One line on the whole. */
export function summary(trace) {
  const spans = trace.spans ?? [];
  const count = (name) => spans.filter((span) => span.room === name).length;
  const takes = count("take");
  const failed = spans.filter((span) => span.failed).length;
  return [
    `${length(trace.durationMs ?? 0)} in all`,
    takes ? `${takes} ${takes === 1 ? "take" : "takes"}` : null,
    count("turn") ? `${count("turn")} answers` : null,
    failed ? `${failed} failed` : null,
  ].filter(Boolean).join(", ");
}

/** What a row says to those who do not see its bar. */
export function inWords({ span, offset }) {
  const waited = span.waitedMs >= 50 ? `, after ${length(span.waitedMs)} of waiting` : "";
  return `${span.failed ? "failed, " : ""}begins after ${length(offset)}, takes ${length(span.durationMs)}${waited}`;
}
