import { clock, count } from "../model/figures.js";
import { event } from "../model/words.js";
import { html } from "../parts/view.js";

/** Every event that was told of a request, with who told it and when. */
export function History({ entries }) {
  const first = entries.length > 0 ? new Date(entries[0].time) : 0;
  return html`<details class="below history">
    <summary>History: ${count(entries.length, "event")}</summary>
    <ol>${entries.map((entry) => html`<li key=${entry.id}>
      <time datetime=${entry.time}>${clock(entry.time)}</time>
      <span class="quiet num">+${((new Date(entry.time) - first) / 1000).toFixed(1)} s</span>
      <strong>${event(entry.type)}</strong>
      <span class="quiet">${entry.source.replace(/^.*\//, "")}</span>
      <details><summary>data</summary><pre tabindex="0">${JSON.stringify(entry.data, null, 2)}</pre></details>
    </li>`)}</ol>
  </details>`;
}
