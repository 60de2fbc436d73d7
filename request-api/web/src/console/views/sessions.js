import { SessionService } from "../../service/session-service.js";
import { left, milliseconds, rate, total } from "../../sessions/figures.js";
import { money } from "../model/figures.js";
import { useAnswer } from "../parts/answers.js";
import { Ask } from "../parts/dialog.js";
import { useHouse } from "../parts/house.js";
import { Answer, Empty, Head, Id, State } from "../parts/pieces.js";
import { html, useMemo, useState } from "../parts/view.js";

const LOOK_MS = 3000;
const OVER = ["closing", "closed"];

/** Live sessions: what they cost, how fast they answer, and how they are stopped. */
export function Sessions() {
  const { sessionsUrl, secret, say } = useHouse();
  const service = useMemo(() => new SessionService(sessionsUrl, secret), [sessionsUrl, secret]);
  const [all, setAll] = useState(false);
  const [ending, end] = useState(null);
  const sessions = useAnswer(() => service.list(), [service], LOOK_MS);
  const act = (call, words) => call.then(() => say(words), (error) => say(error.message)).then(sessions.again);
  return html`<${Head} title="Sessions" sub=${sessions.value && total(sessions.value)}>
      <label class="tick"><input type="checkbox" checked=${all} onChange=${(e) => setAll(e.target.checked)} /> also those that are over</label>
      <a class="button" href="/live/sessions.html" target="_blank">Turns and stages</a>
      <a class="button" href="/live/" target="_blank">Talk to an avatar</a>
    <//>
    <${Answer} of=${sessions} what="Looking for sessions">${(list) => {
      const shown = list.filter((one) => all || one.state !== "closed");
      return shown.length === 0
        ? html`<${Empty} title="No session runs."><p>Nothing is being spent on live avatars.</p><//>`
        : html`<table class="list"><thead><tr><th scope="col">Session</th><th scope="col">State</th><th scope="col">Mode</th><th scope="col" class="num">Leg</th><th scope="col" class="num">Cost so far</th><th scope="col">Lease left</th><th scope="col" class="num">Turns/min</th><th scope="col" class="num">First frame p50</th><th scope="col" class="num">Viewers</th><th scope="col"><span class="unseen">What can be done</span></th></tr></thead>
          <tbody>${shown.map((one) => html`<tr key=${one.sessionId}>
            <td class="title" data-label="Session"><${Id} id=${one.sessionId} /> <span class="quiet">${one.tenant}</span></td>
            <td data-label="State"><${State} word=${one.state} live=${one.state === "live"} />${one.place ? ` place ${one.place}` : ""}</td>
            <td data-label="Mode">${one.mode}</td>
            <td class="num" data-label="Leg">${one.leg || "–"}</td>
            <td class="num" data-label="Cost so far">${money(one.costMicros)}</td>
            <td data-label="Lease left">${one.state === "closed" ? "–" : left(one.leaseUntil)}</td>
            <td class="num" data-label="Turns/min">${rate(one.turnsPerMinute)}</td>
            <td class="num" data-label="First frame p50">${milliseconds(one.firstFrameP50Ms)}</td>
            <td class="num" data-label="Viewers">${one.viewers ?? 0}</td>
            <td class="hands">${one.state === "paused" ? html`<button type="button" onClick=${() => act(service.resume(one.sessionId), "The session goes on.")}>Resume</button>` : ["live", "rotating"].includes(one.state) ? html`<button type="button" onClick=${() => act(service.pause(one.sessionId), "The session rests; the meter stands.")}>Pause</button>` : null}
              ${!OVER.includes(one.state) && html` <button type="button" class="danger" onClick=${() => end(one)}>End …</button>`}</td>
          </tr>`)}</tbody></table>`;
    }}<//>
    ${ending && html`<${Ask} title="End this session?" yes="End it" danger close=${() => end(null)} act=${async () => {
      await service.end(ending.sessionId);
      say("The session is over, and the meter stands.");
      sessions.again();
    }}><p>The avatar falls silent for everybody, and the meter stops.</p><p><code>${ending.sessionId}</code></p><//>`}`;
}
