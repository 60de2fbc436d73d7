import { plain } from "../model/words.js";
import { State, When } from "../parts/pieces.js";
import { html } from "../parts/view.js";

/** What an operator should look at; nothing where there is nothing. */
export function Alerts({ of }) {
  return of.value?.length > 0 ? html`<section aria-label="Alerts"><h2>To look at</h2><ul class="alerts">${of.value.map((one) => html`<li key=${one.id}>
    <${State} word=${one.severity} /> <strong>${plain(one.kind)}</strong> <code>${one.subject}</code> ${one.detail} <span class="quiet">since <${When} at=${one.openedAt} /></span>
  </li>`)}</ul></section>` : null;
}
