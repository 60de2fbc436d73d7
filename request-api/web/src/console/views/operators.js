import { Worker } from "../api/workers.js";
import { keys } from "../keys.js";
import { useAnswer, useDeed } from "../parts/answers.js";
import { useHouse } from "../parts/house.js";
import { Empty, Head, Trouble } from "../parts/pieces.js";
import { html, useMemo, useState } from "../parts/view.js";
import { Alerts } from "./operator-alerts.js";
import { OpenTakes } from "./operator-takes.js";
import { Pauses } from "./operator-pauses.js";
import { Purses } from "./operator-purses.js";

const LOOK_MS = 4000;

/** The hands of those who run the house: the browser speaks to each worker's own door, with an operator's key. */
export function Operators({ query, go }) {
  const { workers } = useHouse();
  const [key, setKey] = useState(keys.operator);
  if (workers.length === 0) {
    return html`<${Head} title="Operators" /><${Empty} title="Not from here."><p>The workers' doors for operators cannot be reached from this page. <code>callsheet.console.i2v-url</code> and <code>callsheet.console.r2v-url</code> name them; <code>./callsheet takes</code> and its like work all the same.</p><//>`;
  }
  if (!key) {
    return html`<${Head} title="Operators" /><${OperatorKey} worker=${workers[0]} enter=${setKey} />`;
  }
  const chosen = workers.find((one) => one.route === query.worker) ?? workers[0];
  return html`<${Head} title="Operators" sub=${`The ${chosen.route} worker: its takes, its money, its brakes`}>
      <div class="pick" role="group" aria-label="Worker">${workers.map(({ route }) => html`<button type="button" aria-pressed=${route === chosen.route} onClick=${() => go({ worker: route })}>${route}</button>`)}</div>
    <//>
    <${Board} key=${chosen.route} place=${chosen} secret=${key} forget=${() => ((keys.operator = null), setKey(null))} />`;
}

function Board({ place, secret, forget }) {
  const worker = useMemo(() => new Worker(place, secret), [place, secret]);
  const pauses = useAnswer(() => worker.pauses(), [worker], LOOK_MS);
  const alerts = useAnswer(() => worker.alerts(), [worker], LOOK_MS);
  if (pauses.error && !pauses.value) {
    return html`<${Trouble} error=${pauses.error} again=${pauses.again} /><p><button type="button" onClick=${forget}>Another key</button></p>`;
  }
  return html`<${Alerts} of=${alerts} />
    <${OpenTakes} worker=${worker} />
    <div class="halves">
      <${Pauses} worker=${worker} of=${pauses} />
      <${Purses} worker=${worker} />
    </div>
    <p class="foot"><button type="button" class="plain" onClick=${forget}>Forget the operator's key</button></p>`;
}

function OperatorKey({ worker, enter }) {
  const deed = useDeed(async (key) => {
    await new Worker(worker, key).pauses();
    keys.operator = key;
    enter(key);
  });
  const send = (event) => {
    event.preventDefault();
    deed.run(new FormData(event.target).get("key").trim());
  };
  return html`<form class="card sign-in" onSubmit=${send}>
    <label for="operator-key">Operator's key</label>
    <input id="operator-key" name="key" type="password" autocomplete="off" spellcheck="false" required />
    <${Trouble} error=${deed.error} />
    <button type="submit" class="primary" disabled=${deed.busy}>Open the workers' doors</button>
    <p class="small quiet">A key of the tenant <code>operators</code>, with operators:read to look and operators:write to act. Kept in this tab alone.</p>
  </form>`;
}
