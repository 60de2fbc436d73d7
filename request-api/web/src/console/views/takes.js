import { money, percent, stretch } from "../model/figures.js";
import { link } from "../model/route.js";
import { parts } from "../model/story.js";
import { Clip, Sheet } from "../parts/clip.js";
import { Id, State } from "../parts/pieces.js";
import { html } from "../parts/view.js";

/** Each paid attempt with its times, its verdict and what a person said. */
export function Takes({ request, rule }) {
  const { takes } = request;
  if (takes.length === 0) {
    return null;
  }
  const longest = Math.max(...takes.map((take) => (take.queuedMs ?? 0) + (take.renderMs ?? 0)), 1);
  return html`<section aria-label="Takes"><h2>Takes</h2>
    <ol class="takes">${takes.map((take) => html`<li key=${take.id} class=${take.result ? "result" : ""}>
      <div class="take">
        <span class="attempt">${take.attempt}</span>
        <span><${State} word=${take.score?.measured?.verdict ?? take.state} />${take.result && html` <span class="chip good">the result</span>`}${take.ruling && html` <span class="chip">${take.ruling.word}${take.ruling.by ? ` by ${take.ruling.by}` : ""}</span>`}</span>
        <${Times} take=${take} longest=${longest} />
        <span class="num">${money(take.ledger.settledMicros || take.ledger.committedMicros || take.ledger.quotedMicros)}</span>
      </div>
      <${Measured} score=${take.score} />
      ${take.failure && html`<p class="bad-text small">${take.failure.code}: ${take.failure.message}</p>`}
      ${take.cancelAnswer && html`<p class="quiet small">The provider on the cancel: ${take.cancelAnswer}</p>`}
      ${take.ruling?.reason && html`<p class="quiet small">“${take.ruling.reason}”</p>`}
      <details>
        <summary>${take.model ?? "Take"}, ids${take.clip && !take.result ? ", clip" : ""}${take.score?.sheetLink && !take.result ? ", sheet" : ""}</summary>
        <p class="small">Take <${Id} id=${take.id} />${take.providerId && html`, at the provider <code>${take.providerId}</code>`}</p>
        ${take.clip && !take.result && html`<${Clip} clip=${take.clip} label=${`Clip of take ${take.attempt}`} />`}
        ${take.score && !take.result && html`<${Sheet} address=${take.score.sheetLink} about=${`Contact sheet of take ${take.attempt}`} />`}
      </details>
      ${rule && take.clip && request.route === "r2v" && html`<p class="hands"><button type="button" onClick=${() => rule("approved", take)}>Approve take ${take.attempt}</button> <button type="button" onClick=${() => rule("rejected", take)}>Reject</button></p>`}
    </li>`)}</ol>
  </section>`;
}

function Times({ take, longest }) {
  const times = parts(take);
  const words = times.map(({ name, ms }) => `${name} ${stretch(ms / 1000)}`).join(", ");
  return html`<span class="times" title=${words}><span class="stack" aria-hidden="true">${times.map(({ name, ms }) => html`<i class=${name} style=${{ width: `${(100 * ms) / longest}%` }}></i>`)}</span><span class="small quiet">${words || "–"}</span></span>`;
}

function Measured({ score }) {
  if (!score) {
    return null;
  }
  const { measured, pageLink, framesLink, curveLink } = score;
  const links = [["page", pageLink], ["frames", framesLink], ["curve", curveLink]].filter(([, address]) => link(address));
  return html`<p class="small measured">${measured.reason}${measured.framesWithin != null && html` <span class="quiet">Frames within the limit: ${percent(measured.framesWithin)}; median distance ${measured.median?.toFixed(2)} of ${measured.threshold}.</span>`}
    ${links.length > 0 && html` <span class="quiet">Evidence: ${links.map(([name, address], i) => html`${i > 0 && ", "}<a href=${link(address)} target="_blank" rel="noreferrer">${name}</a>`)}</span>`}</p>`;
}
