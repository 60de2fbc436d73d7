import { count, money } from "../model/figures.js";
import { to } from "../model/route.js";
import { useAnswer, useNow } from "../parts/answers.js";
import { useHouse } from "../parts/house.js";
import { Answer, Empty, Head, State, When } from "../parts/pieces.js";
import { useRows } from "../parts/rows.js";
import { Parts } from "../parts/stack.js";
import { html } from "../parts/view.js";

const LOOK_MS = 4000;

export function Batches() {
  const { desk } = useHouse();
  const now = useNow();
  const all = useAnswer(() => desk.batches({ limit: 50 }), [desk], LOOK_MS);
  const list = useRows();
  return html`<${Head} title="Batches" sub="Many requests as one: a catalogue, a folder, a fan-out"><a class="button" href=${to(["new"], { kind: "many" })}>New batch</a><//>
    <${Answer} of=${all} what="Looking for batches">${({ batches }) => batches.length === 0
      ? html`<${Empty} title="No batches yet."><p>Drop a folder of pictures or a catalogue and see what each row would become.</p><a class="button primary" href=${to(["new"], { kind: "many" })}>New batch</a><//>`
      : html`<table class="list brief" ref=${list}>
          <thead><tr><th scope="col">Batch</th><th scope="col">State</th><th scope="col">Progress</th><th scope="col" class="num">Rows</th><th scope="col" class="num">Spent</th><th scope="col">Made</th></tr></thead>
          <tbody>${batches.map((one) => html`<tr key=${one.id}>
            <td class="title" data-label="Batch"><a data-row href=${to(["batches", one.id])}>${one.title || one.kind}</a>${one.campaign && html` <span class="quiet">${one.campaign}</span>`}</td>
            <td data-label="State"><${State} word=${one.state} live=${!one.ended} /></td>
            <td data-label="Progress" class="grow"><${Parts} progress=${one.progress} /></td>
            <td class="num" data-label="Rows" title=${count(one.progress.refused, "row refused", "rows refused")}>${one.progress.ended} / ${one.progress.total}</td>
            <td class="num" data-label="Spent">${money(one.money.settledMicros ?? 0)}</td>
            <td data-label="Made"><${When} at=${one.createdAt} now=${now} /></td>
          </tr>`)}</tbody></table>`}<//>`;
}
