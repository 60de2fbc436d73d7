import { Ask } from "../parts/dialog.js";
import { useHouse } from "../parts/house.js";
import { Answer, When } from "../parts/pieces.js";
import { html, useState } from "../parts/view.js";

/** What rests, by whose word; resting it, and letting it go on. */
export function Pauses({ worker, of }) {
  const { say } = useHouse();
  const [asking, ask] = useState(null);
  const pause = async ({ model, tenant, until, reason }) => {
    await worker.pause({ reason, ...(model && { model }), ...(tenant && { tenant }), ...(until && { until: new Date(until).toISOString() }) });
    say("It rests: nothing new is submitted, what is under way goes on.");
    of.again();
  };
  const resume = async () => {
    await worker.resume(asking);
    say("It goes on.");
    of.again();
  };
  return html`<section aria-label="Pauses"><h2>What rests <button type="button" onClick=${() => ask("new")}>Pause …</button></h2>
    <${Answer} of=${of} what="Looking">${(list) => list.length === 0 ? html`<p class="quiet">Nothing rests; takes are submitted as slots come free.</p>` : html`<ul class="plainlist">${list.map((one) => html`<li>
      <span><strong>${[one.model ?? "all models", one.tenant ?? "all tenants"].join(", ")}</strong> <span class="quiet">by ${one.by} since <${When} at=${one.since} />${one.until && html`, until <${When} at=${one.until} />`}</span><br />${one.reason}</span>
      <button type="button" onClick=${() => ask(one)}>Resume …</button></li>`)}</ul>`}<//>
    ${asking === "new" && html`<${Ask} title=${`Let the ${worker.route} worker rest?`} yes="Pause" danger act=${pause} close=${() => ask(null)}>
      <p>Nothing new is submitted; what is under way goes on.</p>
      <label for="model">Model <span class="quiet">(all if empty)</span></label><input id="model" name="model" />
      <label for="tenant">Tenant <span class="quiet">(all if empty)</span></label><input id="tenant" name="tenant" />
      <label for="until">Until <span class="quiet">(until it is resumed if empty)</span></label><input id="until" name="until" type="datetime-local" />
      <label for="pause-reason">Why; others will read it</label><input id="pause-reason" name="reason" maxlength="200" required />
    <//>`}
    ${asking && asking !== "new" && html`<${Ask} title="Let it go on?" yes="Resume" act=${resume} close=${() => ask(null)}><p>${asking.reason}</p><//>`}
  </section>`;
}
