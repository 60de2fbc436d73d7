import { keyFor } from "../model/draft.js";
import { count, money, moneyRange, stretchRange } from "../model/figures.js";
import { to } from "../model/route.js";
import { pointer, sentence } from "../model/words.js";
import { useAnswer, useDeed } from "../parts/answers.js";
import { Decision } from "../parts/decision.js";
import { Field } from "../parts/fields.js";
import { useHouse } from "../parts/house.js";
import { Answer, Fact, Route, Trouble } from "../parts/pieces.js";
import { html, useState } from "../parts/view.js";

const SHOWN = 200;
const DRAFT = "callsheet.draft.many";

/** Each row with its route, cost and time or why it is refused; what all of it costs; and the one button that spends. */
export function PlanOfMany({ rows, title, rename }) {
  const { desk, may } = useHouse();
  const plan = useAnswer(() => desk.planBatch(rows), [desk, rows.text]);
  const [draftId] = useState(() => keptId());
  const submit = useDeed(async () => {
    const { batch } = await desk.submitBatch(rows, title, await keyFor(draftId, rows.text));
    sessionStorage.removeItem(DRAFT);
    location.hash = to(["batches", batch.id]);
  });
  return html`<section class="many" aria-label="The plan">
    <h2>The plan <span class="small quiet">nothing is spent by it</span></h2>
    <${Answer} of=${plan} what="Planning every row">${({ totals, rows: planned }) => html`
      <div class="totals">
        <dl class="facts">
          <${Fact} name="Rows">${totals.rows.toLocaleString("en")}<//>
          <${Fact} name="Accepted">${totals.accepted.toLocaleString("en")}<//>
          <${Fact} name="Refused">${totals.refused.toLocaleString("en")}<//>
          <${Fact} name="All of it costs">${moneyRange(totals.cost)}<//>
          ${totals.eta && html`<${Fact} name="Last one in">${stretchRange(totals.eta)}<//>`}
        </dl>
        <div class="spend">
          <${Field} label="Title" of=${{ value: title, set: (value) => rename(value ?? "") }} />
          <button type="button" class="primary" id="spend" disabled=${!may("requests:write") || submit.busy || totals.accepted === 0} onClick=${submit.run}>
            ${submit.busy ? "Sending …" : totals.accepted === 0 ? "Nothing to send" : `Send ${count(totals.accepted, "row")}: spend ${moneyRange(totals.cost)}`}
          </button>
          ${totals.refused > 0 && html`<p class="hint">Refused rows are not sent; they stay in the batch with their reasons.</p>`}
        </div>
      </div>
      <${Trouble} error=${submit.error} />
      <table class="list rows"><thead><tr><th scope="col" class="num">Row</th><th scope="col">Name</th><th scope="col">Kind</th><th scope="col" class="num">Cost</th><th scope="col">Time</th><th scope="col">Notes</th></tr></thead>
        <tbody>${planned.slice(0, SHOWN).map((row) => html`<${Line} key=${row.number} row=${row} />`)}</tbody></table>
      ${planned.length > SHOWN && html`<p class="foot quiet">The first ${SHOWN} of ${planned.length.toLocaleString("en")} rows; the totals are of all.</p>`}`}<//>
  </section>`;
}

function Line({ row: { number, id, decision } }) {
  const [open, setOpen] = useState(false);
  const notes = [...decision.conflicts.map((one) => ["bad", one]), ...decision.repairs.map((one) => ["busy", one]), ...decision.warnings.map((one) => ["wait", one])];
  return html`<tr class=${decision.route ? "" : "refused"}>
      <td class="num" data-label="Row">${number}</td>
      <td class="title" data-label="Name"><button type="button" class="plain link" aria-expanded=${open} onClick=${() => setOpen(!open)}>${id}</button></td>
      <td data-label="Kind">${decision.route ? html`<${Route} route=${decision.route} />` : html`<span class="state bad">refused</span>`}</td>
      <td class="num" data-label="Cost">${decision.route ? moneyRange(decision.cost) : money(0)}</td>
      <td data-label="Time">${stretchRange(decision.eta)}</td>
      <td data-label="Notes">${notes.length === 0 ? html`<span class="quiet">–</span>` : notes.slice(0, 3).map(([kind, one]) => html`<span class=${`note ${kind}`} title=${one.suggestion}>${sentence(one.code)}: ${kind === "wait" ? pointer(one.field) : one.found ?? pointer(one.field)}</span>`)}</td>
    </tr>
    ${open && html`<tr class="opened"><td colspan="6"><${Decision} decision=${decision} /></td></tr>`}`;
}

/** The id that the batch's key is made of: the same after a reload, so that the same rows are the same batch. */
function keptId() {
  const kept = sessionStorage.getItem(DRAFT) ?? crypto.randomUUID();
  sessionStorage.setItem(DRAFT, kept);
  return kept;
}
