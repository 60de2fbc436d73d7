import { away, money, short, stretch } from "../model/figures.js";
import { useAnswer, useNow } from "../parts/answers.js";
import { Ask } from "../parts/dialog.js";
import { useHouse } from "../parts/house.js";
import { Answer, Id, State } from "../parts/pieces.js";
import { html, useState } from "../parts/view.js";

const LOOK_MS = 4000;
const OPEN = "queued,submitting,unsure,rendering,wedged,fetching";
const CHOICES = { open: ["Open", OPEN], hands: ["Needs a hand", "unsure,wedged"], rendering: ["Rendering", "submitting,rendering,fetching"], queued: ["Queued", "queued"], ended: ["Ended", "finished,failed,cancelled"] };

/** A worker's takes, those longest in their state first; the unsure and the wedged can be ended as the bill says. */
export function OpenTakes({ worker }) {
  const now = useNow();
  const [choice, choose] = useState("open");
  const [resolving, resolve] = useState(null);
  const takes = useAnswer(() => worker.takes(CHOICES[choice][1]), [worker, choice], LOOK_MS);
  return html`<section aria-label="Takes">
    <h2>Takes <span class="pick" role="group" aria-label="Which takes">${Object.entries(CHOICES).map(([name, [words]]) => html`<button type="button" aria-pressed=${name === choice} onClick=${() => choose(name)}>${words}</button>`)}</span></h2>
    <${Answer} of=${takes} what="Looking at the takes">${(list) => html`
      ${choice === "open" && html`<${Counted} takes=${list} />`}
      ${list.length === 0 ? html`<p class="quiet">${choice === "hands" ? "No take is unsure or overdue. Nothing needs a hand." : "No take is in such a state."}</p>` : html`
      <table class="list"><thead><tr><th scope="col">Take</th><th scope="col">State</th><th scope="col">Since</th><th scope="col">Why</th><th scope="col">Tenant</th><th scope="col">Model</th><th scope="col" class="num">Open</th><th scope="col">Owner</th><th scope="col">Next look</th><th scope="col"><span class="unseen">What can be done</span></th></tr></thead>
      <tbody>${list.map((one) => html`<tr key=${one.takeId}>
        <td class="title" data-label="Take"><${Id} id=${one.takeId} /> <span class="quiet">take ${one.attempt} of ${short(one.requestId)}</span></td>
        <td data-label="State"><${State} raw word=${one.state} live=${one.state === "rendering"} /></td>
        <td data-label="Since" title=${one.since}>${stretch((now - new Date(one.since)) / 1000)}</td>
        <td data-label="Why">${one.cause ?? "–"}</td>
        <td data-label="Tenant">${one.tenant}${one.campaign && html` <span class="quiet">${one.campaign}</span>`}</td>
        <td data-label="Model">${one.model}</td>
        <td class="num" data-label="Open">${one.openMicros ? money(one.openMicros) : "–"}</td>
        <td data-label="Owner">${one.owner ? html`${one.owner}${!one.ownerAlive && html` <span class="quiet">gone</span>`}` : "–"}</td>
        <td data-label="Next look">${["finished", "failed", "cancelled"].includes(one.state) ? "–" : away(one.nextAt, now)}</td>
        <td class="hands">${["unsure", "wedged"].includes(one.state) && html`<button type="button" onClick=${() => resolve(one)}>Resolve …</button>`}</td>
      </tr>`)}</tbody></table>`}`}<//>
    ${resolving && html`<${Resolve} worker=${worker} take=${resolving} close=${() => resolve(null)} done=${takes.again} />`}
  </section>`;
}

function Counted({ takes }) {
  const counts = Object.entries(Object.groupBy(takes, (one) => one.state));
  return counts.length > 0 ? html`<ul class="legend">${counts.map(([state, some]) => html`<li><${State} raw word=${state} /> ${some.length}</li>`)}</ul>` : null;
}

function Resolve({ worker, take, close, done }) {
  const { say } = useHouse();
  const act = async ({ paid, reason }) => {
    const answer = await worker.resolve(take.takeId, paid === "yes", reason);
    say(`The take has ${answer.state}, ${answer.paid ? "paid" : "not paid"}.`);
    done();
  };
  return html`<${Ask} title="End this take as the provider's bill says" yes="End it" danger act=${act} close=${close}>
    <p>Nothing else can undo or repeat it. Look at the bill first${take.providerId ? html`; the provider calls it <code>${take.providerId}</code>` : ""}.</p>
    <dl class="facts">
      <div class="fact"><dt>Take</dt><dd><code>${take.takeId}</code></dd></div>
      <div class="fact"><dt>Open</dt><dd>${money(take.openMicros)}</dd></div>
      <div class="fact"><dt>Seed</dt><dd>${take.seed ?? "–"}</dd></div>
      ${take.submittedAt && html`<div class="fact"><dt>Submitted</dt><dd>${take.submittedAt}</dd></div>`}
    </dl>
    <fieldset><legend>Does it stand on the bill?</legend>
      <label class="tick"><input type="radio" name="paid" value="yes" required /> Yes: its price is settled</label>
      <label class="tick"><input type="radio" name="paid" value="no" required /> No: its price is released</label>
    </fieldset>
    <label for="why">What the bill says; kept in the take's story</label>
    <input id="why" name="reason" maxlength="200" required />
  <//>`;
}
