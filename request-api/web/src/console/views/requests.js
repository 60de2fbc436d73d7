import { away, count, money, share, short } from "../model/figures.js";
import { to } from "../model/route.js";
import { useAnswer, useDeed, useNow } from "../parts/answers.js";
import { useHouse } from "../parts/house.js";
import { Answer, Bar, Empty, Head, Route, State, Trouble, When } from "../parts/pieces.js";
import { useRows } from "../parts/rows.js";
import { html, useEffect, useState } from "../parts/view.js";

const PAGE = 50;
const LOOK_MS = 3000;
/** What people look for, as states. */
const FILTERS = {
  "": ["All", ""],
  open: ["Under way", "accepted,routed,fanned-out,queued,unsure,rendering,wedged,rendered,held,offered,waiting,live,paused"],
  person: ["Waits for a person", "held,unsure,wedged"],
  completed: ["Completed", "completed,partly,ended"],
  ended: ["Without a clip", "rejected,failed,cancelled"],
};

/** The newest requests, looked at again every few seconds. */
export function Requests({ query, go }) {
  const { desk } = useHouse();
  const now = useNow();
  const { state = "", route = "", campaign = "" } = query;
  const wanted = { state: FILTERS[state]?.[1] ?? state, route, campaign, limit: PAGE };
  const newest = useAnswer(() => desk.requests(wanted), [desk, state, route, campaign], LOOK_MS);
  const [older, setOlder] = useState([]);
  useEffect(() => setOlder([]), [state, route, campaign]);
  const more = useDeed(async () => setOlder([...older, await desk.requests({ ...wanted, before: (older.at(-1) ?? newest.value).next })]));
  const list = useRows();
  const turn = (change) => go({ state, route, campaign, ...change });
  return html`<${Head} title="Requests" sub=${newest.at && `Looked at ${away(newest.at, now)}`}>
      <div class="pick" role="group" aria-label="State">
        ${Object.entries(FILTERS).map(([name, [words]], i) => html`<button type="button" data-filter=${i === 0 ? "" : undefined} aria-pressed=${name === state} onClick=${() => turn({ state: name })}>${words}</button>`)}
      </div>
      <label class="inline">Kind
        <select value=${route} onChange=${(e) => turn({ route: e.target.value })}>
          <option value="">all</option><option>i2v</option><option>r2v</option><option>avatar</option>
        </select>
      </label>
      ${campaign && html`<button type="button" class="chip" onClick=${() => turn({ campaign: "" })} title="Show all campaigns">campaign ${campaign} ×</button>`}
    <//>
    <${Answer} of=${newest} what="Looking for requests">${(page) => {
      const shown = unique([page, ...older].flatMap((one) => one.requests));
      const next = (older.at(-1) ?? page).next;
      return shown.length === 0
        ? html`<${Nothing} filtered=${state || route || campaign} all=${() => go({})} />`
        : html`<table class="list brief requests" ref=${list}>
            <thead><tr><th scope="col">Request</th><th scope="col">Kind</th><th scope="col">State</th><th scope="col">Verdict</th><th scope="col" class="num">Takes</th><th scope="col" class="num">Spent</th><th scope="col">Asked</th></tr></thead>
            <tbody>${shown.map((one) => html`<${Line} key=${one.id} one=${one} now=${now} />`)}</tbody>
          </table>
          <${Trouble} error=${more.error} />
          <p class="foot"><span class="quiet">${count(shown.length, "request")} shown</span> ${next && html`<button type="button" disabled=${more.busy} onClick=${more.run}>Older ones</button>`}</p>`;
    }}<//>`;
}

function Line({ one, now }) {
  const moving = ["queued", "rendering"].includes(one.state);
  return html`<tr>
    <td class="title" data-label="Request"><a data-row href=${to(["requests", one.id])}>${one.name || "without a name"}</a> <code class="quiet">${short(one.id)}</code>${one.campaign && html` <span class="quiet">${one.campaign}</span>`}</td>
    <td data-label="Kind"><${Route} route=${one.route} /></td>
    <td data-label="State"><${State} word=${one.state} live=${moving} />${moving && html`<${Bar} share=${share(one.progress, one.progress?.statedAt ?? one.createdAt, now)} label="How far it is" />`}</td>
    <td data-label="Verdict">${one.verdict ? html`<${State} word=${one.verdict} />` : html`<span class="quiet">–</span>`}${one.rulings?.approved > 0 && html` <span class="quiet">approved</span>`}${one.rulings?.rejected > 0 && html` <span class="quiet">rejected</span>`}</td>
    <td class="num" data-label="Takes">${one.takes || "–"}</td>
    <td class="num" data-label="Spent">${one.settledMicros ? money(one.settledMicros) : "–"}</td>
    <td data-label="Asked"><${When} at=${one.createdAt} now=${now} /></td>
  </tr>`;
}

function Nothing({ filtered, all }) {
  return filtered
    ? html`<${Empty} title="Nothing here at the moment."><button type="button" onClick=${all}>Show all requests</button><//>`
    : html`<${Empty} title="No requests yet."><p>Write one, see what it would become and cost, and send it when you like the plan.</p><p><a class="button primary" href="#/new">New request</a></p><//>`;
}

function unique(requests) {
  return [...new Map(requests.map((one) => [one.id, one])).values()];
}
