import { money, percent } from "../model/figures.js";
import { to } from "../model/route.js";
import { useAnswer, useNow } from "../parts/answers.js";
import { useHouse } from "../parts/house.js";
import { Interval } from "../parts/interval.js";
import { Answer, Empty, Head, When } from "../parts/pieces.js";
import { useRows } from "../parts/rows.js";
import { html } from "../parts/view.js";

const LOOK_MS = 10_000;

export function Campaigns() {
  const { desk } = useHouse();
  const now = useNow(5000);
  const all = useAnswer(() => desk.campaigns(), [desk], LOOK_MS);
  const list = useRows();
  return html`<${Head} title="Campaigns" sub="Whether a character stays itself over many clips, and what that costs" />
    <${Answer} of=${all} what="Looking for campaigns">${({ campaigns }) => campaigns.length === 0
      ? html`<${Empty} title="No campaigns yet."><p>Requests that name a campaign are compared with each other and added up here.</p><//>`
      : html`<table class="list brief" ref=${list}>
          <thead><tr><th scope="col">Campaign</th><th scope="col">Identity Consistency Rate, with its interval</th><th scope="col" class="num">Rate</th><th scope="col" class="num">Takes</th><th scope="col" class="num">Accepted</th><th scope="col" class="num">Each cost</th><th scope="col">News</th></tr></thead>
          <tbody>${campaigns.map((one) => html`<tr key=${one.name}>
            <td class="title" data-label="Campaign"><a data-row href=${to(["campaigns", one.name])}>${one.name}</a></td>
            <td data-label="Consistency" class="grow"><${Interval} of=${one.consistency?.bound} /></td>
            <td class="num" data-label="Rate">${one.consistency?.bound?.takes ? percent(one.consistency.bound.rate) : "–"}</td>
            <td class="num" data-label="Takes">${one.takes}</td>
            <td class="num" data-label="Accepted">${one.accepted.clips} / ${one.requests.total}</td>
            <td class="num" data-label="Each cost">${money(one.accepted.costMicros)}</td>
            <td data-label="News"><${When} at=${one.updatedAt} now=${now} /></td>
          </tr>`)}</tbody></table>`}<//>`;
}
