import { money } from "../model/figures.js";
import { useAnswer } from "../parts/answers.js";
import { Ask } from "../parts/dialog.js";
import { useHouse } from "../parts/house.js";
import { Answer } from "../parts/pieces.js";
import { html, useState } from "../parts/view.js";

const LOOK_MS = 8000;

/** What was spent by whom, from this worker's ledger, and how much may be. */
export function Purses({ worker }) {
  const costs = useAnswer(() => worker.costs(), [worker], LOOK_MS);
  const [capping, cap] = useState(null);
  return html`<section aria-label="Money"><h2>Money <button type="button" onClick=${() => cap({})}>Set a cap …</button></h2>
    <${Answer} of=${costs} what="Adding up">${({ lines, agrees }) => html`
      ${agrees === false && html`<p class="trouble">A purse is not the sum of its ledger: see ./callsheet costs.</p>`}
      <table class="list"><thead><tr><th scope="col">Whose</th><th scope="col" class="num">Settled</th><th scope="col" class="num">Open</th><th scope="col" class="num">Takes paid</th><th scope="col" class="num">Left under the cap</th><th scope="col"><span class="unseen">What can be done</span></th></tr></thead>
      <tbody>${lines.map((one) => html`<tr key=${`${one.tenant}/${one.campaign ?? ""}`}>
        <td class="title" data-label="Whose">${one.campaign ? html`<span class="inner">${one.campaign}</span> <span class="quiet">of ${one.tenant}</span>` : one.tenant}</td>
        <td class="num" data-label="Settled">${money(one.settledMicros)}</td>
        <td class="num" data-label="Open">${one.openMicros ? money(one.openMicros) : "–"}</td>
        <td class="num" data-label="Takes paid">${one.takesPaid}</td>
        <td class="num" data-label="Left">${one.capMicros == null ? html`<span class="quiet">no cap</span>` : html`${money(one.leftMicros)} of ${money(one.capMicros)}`}</td>
        <td class="hands"><button type="button" onClick=${() => cap(one)} aria-label=${`Cap for ${[one.tenant, one.campaign].filter(Boolean).join(", ")}`}>Cap …</button></td>
      </tr>`)}</tbody></table>`}<//>
    ${capping && html`<${Cap} worker=${worker} of=${capping} close=${() => cap(null)} done=${costs.again} />`}
  </section>`;
}

function Cap({ worker, of, close, done }) {
  const { say } = useHouse();
  const act = async ({ tenant, campaign, usd }) => {
    if (usd === "") {
      await worker.uncap(tenant, campaign);
      say(`No cap for ${tenant} any more.`);
    } else {
      await worker.cap(tenant, campaign, Math.round(Number(usd) * 1e6));
      say(`${tenant} may spend $${Number(usd).toFixed(2)} at this worker.`);
    }
    done();
  };
  return html`<${Ask} title="How much may be spent" yes="Set it" act=${act} close=${close}>
    <p>What would exceed it is refused before it is paid. It holds at the ${worker.route} worker alone.</p>
    <label for="cap-tenant">Tenant</label><input id="cap-tenant" name="tenant" required value=${of.tenant ?? ""} />
    <label for="cap-campaign">Campaign <span class="quiet">(all of the tenant if empty)</span></label><input id="cap-campaign" name="campaign" value=${of.campaign ?? ""} />
    <label for="cap-usd">US dollars <span class="quiet">(empty lifts the cap)</span></label><input id="cap-usd" name="usd" inputmode="decimal" pattern="[0-9]+([.][0-9]{1,6})?" value=${of.capMicros == null ? "" : of.capMicros / 1e6} />
  <//>`;
}
