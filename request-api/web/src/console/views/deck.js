import { inOrder, isRuled } from "../model/deck.js";
import { short } from "../model/figures.js";
import { to } from "../model/route.js";
import { headline, review } from "../model/story.js";
import { soon, useAnswer } from "../parts/answers.js";
import { Clip, Sheet } from "../parts/clip.js";
import { useHouse } from "../parts/house.js";
import { Answer, Loading, State } from "../parts/pieces.js";
import { useKeys } from "../parts/shortcuts.js";
import { html, useEffect, useRef, useState } from "../parts/view.js";
import { Rule } from "./hands.js";

/** A campaign's clips, one after the other: seen, approved or rejected, mostly by keyboard. */
export function Deck({ name, ruled }) {
  const { desk } = useHouse();
  const [chosen, choose] = useState(null);
  const list = useAnswer(async () => inOrder((await desk.requests({ campaign: name, limit: 200 })).requests), [desk, name]);
  const clips = list.value ?? [];
  const at = Math.max(0, clips.findIndex((one) => one.id === chosen));
  const move = (step) => clips.length && choose(clips[Math.min(clips.length - 1, Math.max(0, at + step))].id);
  const again = () => soon(list.again, ruled);
  return html`<section class="deck" aria-label="Clips to look at">
    <h2>Clips <span class="small quiet"><kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>space</kbd> play · <kbd>a</kbd> approve · <kbd>r</kbd> reject · <kbd>s</kbd> sheet</span></h2>
    <${Answer} of=${list} what="Looking for clips">${() => clips.length === 0
      ? html`<p class="quiet">No clip is there yet.</p>`
      : html`<div class="deckbody">
          <ol class="reel">${clips.map((one, i) => html`<li key=${one.id}><button type="button" aria-current=${i === at ? "true" : undefined} onClick=${() => choose(one.id)}>
            <span>${one.name || short(one.id)}</span><${State} word=${one.state === "held" ? "held" : one.verdict ?? one.state} />${isRuled(one) && html`<span class="chip">${one.rulings.approved ? "approved" : "rejected"}</span>`}</button></li>`)}</ol>
          <${Looked} key=${clips[at].id} id=${clips[at].id} move=${move} again=${again} />
        </div>`}<//>
  </section>`;
}

function Looked({ id, move, again }) {
  const { desk, may } = useHouse();
  const player = useRef();
  const [sheet, setSheet] = useState(false);
  const [word, setWord] = useState(null);
  const story = useAnswer(() => desk.request(id), [desk, id]);
  const request = story.value;
  const take = request && ((request.state !== "held" && request.takes.find((one) => one.result)) || review(request));
  const rules = may("requests:write") && take;
  useKeys({
    j: { do: () => move(1) },
    k: { do: () => move(-1) },
    s: { do: () => setSheet(!sheet) },
    " ": { do: () => player.current && (player.current.paused ? player.current.play() : player.current.pause()) },
    ...(rules && { a: { do: () => setWord("approved") }, r: { do: () => setWord("rejected") } }),
  });
  useEffect(() => {
    document.querySelector(".reel [aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [id]);
  if (!request) {
    return html`<div class="looked"><${Loading} what="Fetching the clip" /></div>`;
  }
  return html`<div class="looked">
    <div class="top">
      <p><a href=${to(["requests", id])}>${headline(request)}</a><br />${take && html`Take ${take.attempt}: <${State} word=${take.score?.measured?.verdict ?? take.state} /> <span class="quiet">${take.score?.measured?.reason}</span>`} ${take?.ruling && html`<span class="chip">${take.ruling.word}${take.ruling.by ? ` by ${take.ruling.by}` : ""}</span>`}</p>
      <div class="hands">
        ${rules && html`<button type="button" class="primary" onClick=${() => setWord("approved")}>Approve <kbd>a</kbd></button><button type="button" class="danger" onClick=${() => setWord("rejected")}>Reject <kbd>r</kbd></button>`}
        ${take?.score?.sheetLink && html`<button type="button" aria-pressed=${sheet} onClick=${() => setSheet(!sheet)}>Sheet <kbd>s</kbd></button>`}
      </div>
    </div>
    ${take?.clip ? html`<div hidden=${sheet}><${Clip} clip=${take.clip} player=${player} autoplay /></div>` : html`<p class="quiet">No clip.</p>`}
    ${sheet && html`<${Sheet} address=${take?.score?.sheetLink} about="Contact sheet: worst and median frames beside the references" />`}
    ${word && html`<${Rule} request=${request} word=${word} take=${take} close=${() => setWord(null)} done=${() => (setWord(null), soon(story.again), again(), move(1))} />`}
  </div>`;
}
