import { moment } from "../model/figures.js";
import { to } from "../model/route.js";
import { useAnswer } from "../parts/answers.js";
import { useHouse } from "../parts/house.js";
import { Answer, Empty, Head, State } from "../parts/pieces.js";
import { html } from "../parts/view.js";

/** Who is registered. Registering and withdrawing are the command line's. */
export function Characters() {
  const { desk } = useHouse();
  const all = useAnswer(() => desk.characters(), [desk], 10_000);
  return html`<${Head} title="Characters" sub="Registered once, measured against ever after" />
    <${Answer} of=${all} what="Looking for characters">${({ characters }) => characters.length === 0
      ? html`<${Empty} title="Nobody is registered yet."><p><code>./callsheet character add mia --reference mia-1.jpg --consent c-17</code></p><//>`
      : html`<table class="list"><thead><tr><th scope="col">Name</th><th scope="col">State</th><th scope="col">Kind</th><th scope="col" class="num">Version</th><th scope="col" class="num">Usable references</th><th scope="col">Consent</th><th scope="col">Known before money is spent</th></tr></thead>
        <tbody>${characters.map((one) => html`<tr key=${one.id}>
          <td class="title" data-label="Name">${one.state === "READY" ? html`<a href=${to(["new"], { kind: "r2v" })} title="Write a request with this character">${one.name}</a>` : one.name}</td>
          <td data-label="State"><${State} word=${one.state} /></td>
          <td data-label="Kind">${one.kind ?? "–"}</td>
          <td class="num" data-label="Version">${one.version}</td>
          <td class="num" data-label="Usable">${one.usable}${one.references && ` of ${one.references.length}`}</td>
          <td data-label="Consent">${one.consent?.id ?? one.consent?.subject ?? "–"}${one.until && html` <span class="quiet">until ${moment(one.until)}</span>`}</td>
          <td data-label="Warnings">${one.text && html`<span class="note bad">${one.text}</span>`}${one.warnings.map((warning) => html`<span class="note wait" title=${warning.code}>${warning.reference}: ${warning.text}</span>`)}${!one.text && one.warnings.length === 0 && html`<span class="quiet">–</span>`}</td>
        </tr>`)}</tbody></table>`}<//>`;
}
