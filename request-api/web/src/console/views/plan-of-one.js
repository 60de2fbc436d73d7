import { keyFor } from "../model/draft.js";
import { moneyRange } from "../model/figures.js";
import { useDeed } from "../parts/answers.js";
import { Decision } from "../parts/decision.js";
import { useHouse } from "../parts/house.js";
import { Loading, Trouble } from "../parts/pieces.js";
import { html, useEffect, useRef, useState } from "../parts/view.js";

const THINK_MS = 350;

/** What the request would become: asked anew as it is written, and the one button that spends. */
export function PlanOfOne({ body, ready, draftId, sent, change }) {
  const { desk, may } = useHouse();
  const text = JSON.stringify(body);
  const [plan, setPlan] = useState({});
  const round = useRef(0);
  useEffect(() => {
    const mine = ++round.current;
    if (!ready) {
      setPlan({});
      return undefined;
    }
    const timer = setTimeout(async () => {
      const next = await desk.plan(JSON.parse(text)).then((value) => ({ value, text }), (error) => ({ error, text }));
      if (mine === round.current) {
        setPlan(next);
      }
    }, THINK_MS);
    return () => clearTimeout(timer);
  }, [text, ready]);
  const submit = useDeed(async () => sent(await desk.submit(JSON.parse(text), await keyFor(draftId, text))));
  const decision = plan.value?.rows[0]?.decision;
  const current = plan.text === text;
  const can = may("requests:write") && current && Boolean(decision?.route) && !submit.busy;
  return html`<aside class="plan" aria-label="The plan" aria-busy=${ready && !current}>
    <h2>The plan <span class="small quiet">nothing is spent by it</span></h2>
    ${!ready && html`<p class="quiet">Write what happens or bring a picture: the route, its reasons, the cost and the time stand here before anything is sent.</p>`}
    ${ready && !decision && !plan.error && html`<${Loading} what="Planning" />`}
    <${Trouble} error=${plan.error} />
    ${decision && html`<${Decision} decision=${decision} change=${change} />`}
    <${Trouble} error=${submit.error} />
    ${ready && html`<div class="spend">
      <button type="button" class="primary" disabled=${!can} onClick=${submit.run} id="spend">${submit.busy ? "Sending …" : words(decision)}</button>
      <p class="hint">Sent once, however often it is clicked or the page is loaded again.</p>
    </div>`}
  </aside>`;
}

function words(decision) {
  if (!decision?.route) {
    return "Nothing to send yet";
  }
  return decision.route === "avatar" ? "Offer the session" : `Send it: spend ${moneyRange(decision.cost)}`;
}
