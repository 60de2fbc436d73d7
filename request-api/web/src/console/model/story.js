/** What a view needs to know about a request, from the answer of the front desk. */

const STEPS = ["Asked", "Decided", "Queue", "Render", "Stored"];

/** What to call a request: its title, or the beginning of its prompt. */
export function headline({ request, id }) {
  const words = request?.title || request?.prompt || `Request ${id.slice(0, 8)}`;
  return words.length > 90 ? `${words.slice(0, 88).trimEnd()} …` : words;
}

/** The take that a person may speak about: the last that has a clip. */
export function review({ takes }) {
  return takes.findLast((take) => take.clip);
}

/** Whether nothing will move without somebody. */
export function isOver({ ended, state }) {
  return ended || state === "held" || state === "offered";
}

/**
 * Where a request is on its way: [{name, is: done | now | next | bad, note}]. Of several takes the newest one counts; what is
 * measured has a step more.
 */
export function course(request) {
  const measured = request.route === "r2v";
  const names = measured ? [...STEPS, "Measured", "Done"] : [...STEPS, "Done"];
  const reached = reachedStep(request, names.length);
  const bad = ["rejected", "failed", "cancelled"].includes(request.state);
  return names.map((name, i) => ({
    name,
    is: i < reached ? "done" : i > reached ? "next" : bad ? "bad" : request.ended ? "done" : "now",
  }));
}

function reachedStep({ state, takes, ended, decision }, steps) {
  const last = steps - 1;
  if (["completed", "partly", "ended", "held"].includes(state)) {
    return state === "held" ? last - 1 : last;
  }
  if (state === "rejected" || state === "accepted") {
    return 1;
  }
  const take = takes.at(-1);
  if (!take) {
    return decision ? 2 : 1;
  }
  if (take.clip) {
    return ended ? last : Math.min(5, last);
  }
  return take.providerId ? 3 : 2;
}

/** The times of one take as parts of a bar: [{name, ms}]. */
export function parts(take) {
  return [["queue", take.queuedMs], ["render", take.renderMs]].filter(([, ms]) => ms > 0).map(([name, ms]) => ({ name, ms }));
}
