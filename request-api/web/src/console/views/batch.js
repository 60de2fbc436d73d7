import { away, money, short } from "../model/figures.js";
import { link, to } from "../model/route.js";
import { sentence } from "../model/words.js";
import { useAgain, useAnswer, useDeed, useNow } from "../parts/answers.js";
import { Ask } from "../parts/dialog.js";
import { useHouse } from "../parts/house.js";
import { Answer, Fact, Head, Id, State, Trouble, When } from "../parts/pieces.js";
import { useRows } from "../parts/rows.js";
import { Parts } from "../parts/stack.js";
import { html, useEffect, useState } from "../parts/view.js";
import { Unstoppable } from "./hands.js";

const STEP = 200;

/** A batch with its rows, as it goes on. */
export function Batch({ rest: [id] }) {
  const { desk } = useHouse();
  const first = useAnswer(() => desk.batch(id), [desk, id]);
  const [told, setTold] = useState(null);
  useEffect(() => {
    const stop = new AbortController();
    desk.followBatch(id, ({ data }) => {
      const batch = JSON.parse(data);
      setTold(batch);
      if (batch.ended) {
        stop.abort();
      }
    }, stop.signal);
    return () => stop.abort();
  }, [desk, id]);
  return html`<${Answer} of=${first} what="Reading the batch">${(value) => html`<${Shown} batch=${told ?? value} />`}<//>`;
}

function Shown({ batch }) {
  const { desk, may, say } = useHouse();
  const now = useNow();
  const [asking, ask] = useState(false);
  const { progress, forecast } = batch;
  const table = useDeed(async () => save(await desk.table(batch.id), `${batch.title || batch.id}.csv`));
  const cancel = async ({ unstoppable }) => {
    const { asked, free, underWay } = await desk.cancelBatch(batch.id, unstoppable);
    say(`Told to stop: ${asked}. ${free} cost nothing, ${underWay} a provider has.`);
  };
  return html`<${Head} title=${batch.title || sentence(batch.kind)} sub=${html`<${Id} id=${batch.id} /> ${batch.kind}, made <${When} at=${batch.createdAt} now=${now} />${batch.campaign && html`, campaign <a href=${to(["campaigns", batch.campaign])}>${batch.campaign}</a>`}`}>
      <${State} word=${batch.state} live=${!batch.ended} />
      <button type="button" disabled=${table.busy} onClick=${table.run}>Results as CSV</button>
      ${may("requests:write") && !batch.ended && html`<button type="button" class="danger" onClick=${() => ask(true)}>Cancel …</button>`}
    <//>
    <${Trouble} error=${table.error} />
    <${Parts} progress=${progress} legend />
    <dl class="facts">
      <${Fact} name="Through">${progress.ended} of ${progress.total}<//>
      <${Fact} name="Spent">${money(batch.money.settledMicros ?? 0)}<//>
      <${Fact} name="Set aside">${money(batch.money.committedMicros ?? 0)}<//>
      ${!batch.ended && forecast && html`<${Fact} name="Last one likely">${away(forecast.likelyAt, now)}<//>`}
      ${!batch.ended && forecast && html`<${Fact} name="At the latest">${away(forecast.latestAt, now)}<//>`}
    </dl>
    ${batch.reasons.length > 0 && html`<h2>Why there is no clip</h2><ul class="violations bad">${batch.reasons.map(({ code, count }) => html`<li><strong>${count} ×</strong> ${sentence(code)}</li>`)}</ul>`}
    <${Results} batch=${batch} />
    ${asking && html`<${Ask} title="Cancel what is open of this batch?" yes="Cancel it" danger act=${cancel} close=${() => ask(false)}>
      <p>${progress.total - progress.ended} rows are open. What no provider has costs nothing.</p><${Unstoppable} /><//>`}`;
}

function Results({ batch }) {
  const { desk } = useHouse();
  const { ended, total } = batch.progress;
  const results = useAnswer(() => desk.results(batch.id), [desk, batch.id]);
  useAgain(results, `${ended} ${batch.progress.rendering} ${batch.progress.queued}`);
  const [most, setMost] = useState(STEP);
  const list = useRows();
  return html`<h2>Rows</h2><${Answer} of=${results} what="Reading the rows">${(rows) => html`
    <table class="list" ref=${list}><thead><tr><th scope="col" class="num">Row</th><th scope="col">Name</th><th scope="col">State</th><th scope="col">Reason</th><th scope="col" class="num">Cost</th><th scope="col">Clip</th></tr></thead>
    <tbody>${rows.slice(0, most).map((row) => html`<tr key=${row.row}>
      <td class="num" data-label="Row">${row.row}</td>
      <td class="title" data-label="Name">${row.request ? html`<a data-row href=${to(["requests", row.request])}>${row.name || short(row.request)}</a>` : row.name || "–"}</td>
      <td data-label="State"><${State} word=${row.state} live=${row.state === "rendering"} /></td>
      <td data-label="Reason">${row.errors?.length ? row.errors.map((one) => html`<span class="note bad" title=${one.suggestion}>${sentence(one.code)}${one.found ? `: ${one.found}` : ""}</span>`) : row.reason ? sentence(row.reason) : html`<span class="quiet">–</span>`}</td>
      <td class="num" data-label="Cost">${Number(row.cost) ? `$${Number(row.cost).toFixed(2)}` : "–"}</td>
      <td data-label="Clip">${link(row.link) ? html`<a href=${link(row.link)} download>${row.seconds} s</a>` : html`<span class="quiet">–</span>`}</td>
    </tr>`)}</tbody></table>
    ${rows.length > most && html`<p class="foot"><span class="quiet">${most} of ${total}</span> <button type="button" onClick=${() => setMost(most + STEP)}>More</button></p>`}`}<//>`;
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
