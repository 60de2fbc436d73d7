import { html } from "./view.js";
import { stateWord, tone } from "../model/words.js";

const ORDER = ["completed", "partly", "held", "rendered", "rendering", "unsure", "wedged", "live", "queued", "accepted", "failed", "cancelled", "refused"];

/** The states of a batch's rows, as far as there are any: [[state, count]]. */
export function partsOf(progress) {
  return ORDER.map((state) => [state, progress[state] ?? 0]).filter(([, n]) => n > 0);
}

/** A batch's progress as one bar of parts, with a legend of words where there is room. */
export function Parts({ progress, legend }) {
  const parts = partsOf(progress);
  const words = parts.map(([state, n]) => `${n} ${stateWord(state)}`).join(", ");
  return html`<div class="parts">
    <div class="stack" role="img" aria-label=${words || "nothing yet"} title=${words}>${parts.map(([state, n]) => html`<i key=${state} class=${`${tone(state)} s-${state}`} style=${{ width: `${(100 * n) / Math.max(1, progress.total)}%` }}></i>`)}</div>
    ${legend && html`<ul class="legend">${parts.map(([state, n]) => html`<li class=${`state ${tone(state)}`}>${n.toLocaleString("en")} ${stateWord(state)}</li>`)}</ul>`}
  </div>`;
}
