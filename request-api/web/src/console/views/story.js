import { count, money, short, stretch } from "../model/figures.js";
import { headline, review } from "../model/story.js";
import { link, to } from "../model/route.js";
import { soon, useNow } from "../parts/answers.js";
import { Clip, Sheet } from "../parts/clip.js";
import { Decision } from "../parts/decision.js";
import { useHouse } from "../parts/house.js";
import { Answer, Fact, Head, Id, Route, State, When } from "../parts/pieces.js";
import { html, useRef, useState } from "../parts/view.js";
import { Cancel, Rule } from "./hands.js";
import { History } from "./history.js";
import { Course } from "./course.js";
import { Takes } from "./takes.js";
import { useStory } from "./use-story.js";
import { useKeys } from "../parts/shortcuts.js";
import { Waterfall } from "./trace.js";

/** All there is to say about one request, as it happens. */
export function Story({ rest: [id] }) {
  const { desk } = useHouse();
  const story = useStory(desk, id);
  return html`<${Answer} of=${story} what="Reading the story">${(request) => html`<${Told} request=${request} again=${story.again} />`}<//>`;
}

function Told({ request, again }) {
  const { may } = useHouse();
  const now = useNow();
  const [asked, ask] = useState(null);
  const player = useRef();
  const best = review(request);
  const writes = may("requests:write");
  const rulable = writes && best;
  const done = () => (ask(null), soon(again));
  useKeys({
    ...(rulable && { a: { do: () => ask({ word: "approved", take: best }) }, r: { do: () => ask({ word: "rejected", take: best }) } }),
    " ": { do: () => player.current && (player.current.paused ? player.current.play() : player.current.pause()) },
  });
  return html`<${Head} title=${headline(request)} sub=${html`<${Id} id=${request.id} /> asked <${When} at=${request.createdAt} now=${now} />${request.door && ` by ${request.door === "rest" ? "REST" : "Kafka"}`}${request.parent && html`, part of <a href=${to(["batches", request.parent])}>a batch</a>`}${request.request?.campaign && html`, campaign <a href=${to(["campaigns", request.request.campaign])}>${request.request.campaign}</a>`}`}>
      <${Route} route=${request.route} /> <${State} word=${request.state} live=${!request.ended && !["held", "offered"].includes(request.state)} />
      ${writes && !request.ended && html`<button type="button" class="danger" onClick=${() => ask({ cancel: true })}>Cancel …</button>`}
    <//>
    ${request.state === "held" && rulable && html`<${Held} take=${best} ask=${ask} />`}
    ${request.failure && html`<div class="trouble"><p><strong>${request.failure.code}</strong> ${request.failure.message}${request.failure.openMicros ? ` ${money(request.failure.openMicros)} is still committed to a render that goes on.` : ""}</p></div>`}
    ${request.session && html`<${LiveSession} session=${request.session} />`}
    <div class="story">
      <div class="main">
        <${Course} request=${request} now=${now} />
        ${request.clip && html`<${Clip} clip=${request.clip} player=${player} />`}
        ${request.score && html`<${Sheet} address=${request.score.sheetLink} about="Contact sheet: worst and median frames beside the references" />`}
        ${request.children.length > 0 && html`<p>It has become ${count(request.children.length, "request")}: <a href=${to(["batches", request.id])}>look at them as a batch</a>.</p>`}
        <${Takes} request=${request} rule=${writes ? (word, take) => ask({ word, take }) : undefined} />
      </div>
      <div class="aside">
        <${Cost} request=${request} />
        ${request.decision ? html`<${Decision} decision=${request.decision} />` : html`<p class="quiet">The router has not decided yet.</p>`}
        <${Wish} wish=${request.request} />
      </div>
    </div>
    <section class="below"><h2>Where the time went <a class="small" href=${to(["requests", request.id, "trace"])}>alone</a></h2><${Waterfall} id=${request.id} stamp=${request.ended ? request.updatedAt : request.takes.length} /></section>
    <${History} entries=${request.history} />
    ${asked?.cancel && html`<${Cancel} request=${request} close=${() => ask(null)} done=${done} />`}
    ${asked?.word && html`<${Rule} request=${request} ...${asked} close=${() => ask(null)} done=${done} />`}`;
}

function Held({ take, ask }) {
  return html`<div class="callout">
    <p><strong>Take ${take.attempt} waits for your word.</strong> ${take.score?.measured?.reason ? `The machine says ${take.score.measured.verdict}: ${take.score.measured.reason}.` : "Nothing was measured."}</p>
    <div><button type="button" class="primary" onClick=${() => ask({ word: "approved", take })}>Approve <kbd>a</kbd></button>
    <button type="button" onClick=${() => ask({ word: "rejected", take })}>Reject <kbd>r</kbd></button></div>
  </div>`;
}

function LiveSession({ session }) {
  return html`<div class="callout"><p><strong>A live session is ${session.state}.</strong> It starts when somebody opens it, and costs by the started minute.</p>
    <div><a class="button primary" href=${link(session.page)} target="_blank" rel="noreferrer">Open the live page</a></div></div>`;
}

function Cost({ request: { ledger, takes } }) {
  const waited = takes.reduce((sum, take) => sum + (take.queuedMs ?? 0), 0);
  const rendered = takes.reduce((sum, take) => sum + (take.renderMs ?? 0), 0);
  return html`<dl class="facts cost">
    <${Fact} name="Spent">${money(ledger.settledMicros ?? 0)}<//>
    ${ledger.committedMicros > 0 && html`<${Fact} name="Set aside">${money(ledger.committedMicros)}<//>`}
    ${ledger.releasedMicros > 0 && html`<${Fact} name="Given back">${money(ledger.releasedMicros)}<//>`}
    <${Fact} name="Quoted">${money(ledger.quotedMicros ?? 0)}<//>
    <${Fact} name="Waited">${waited ? stretch(waited / 1000) : "–"}<//>
    <${Fact} name="Rendered">${rendered ? stretch(rendered / 1000) : "–"}<//>
  </dl>`;
}

function Wish({ wish }) {
  return wish ? html`<details><summary>The request as it came</summary><pre tabindex="0">${JSON.stringify(wish, null, 2)}</pre></details>` : null;
}
