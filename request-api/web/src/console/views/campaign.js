import { money, percent } from "../model/figures.js";
import { link, to } from "../model/route.js";
import { useAnswer } from "../parts/answers.js";
import { Sheet } from "../parts/clip.js";
import { useHouse } from "../parts/house.js";
import { Interval } from "../parts/interval.js";
import { Answer, Fact, Head } from "../parts/pieces.js";
import { html } from "../parts/view.js";
import { Deck } from "./deck.js";

const LOOK_MS = 10_000;

/** How a campaign stands, and its clips, to be approved or rejected one after the other. */
export function Campaign({ rest: [name] }) {
  const { desk } = useHouse();
  const campaign = useAnswer(() => desk.campaign(name), [desk, name], LOOK_MS);
  return html`<${Answer} of=${campaign} what="Reading the campaign">${(value) => html`
    <${Head} title=${value.name} sub="Campaign">
      <a class="button" href=${to(["requests"], { campaign: value.name })}>Its requests</a>
      ${link(value.pageLink) && html`<a class="button" href=${link(value.pageLink)} download>Report to send on</a>`}
    <//>
    <${Standing} campaign=${value} />
    <${Deck} name=${value.name} ruled=${campaign.again} />
    <section class="below"><h2>All clips side by side</h2>
      ${value.sheetLink ? html`<${Sheet} address=${value.sheetLink} about="Contact sheet of the campaign" />` : html`<p class="quiet">The sheet comes with the first measured clip.</p>`}
    </section>`}<//>`;
}

function Standing({ campaign: { consistency, requests, accepted, rulings, money: spent, takes } }) {
  return html`<div class="standing">
    <section class="icr" aria-label="Identity Consistency Rate">
      <${Rate} name="Named in the prompt" of=${consistency?.bound} first />
      ${consistency?.unbound?.takes > 0 && html`<${Rate} name="Described in words only" of=${consistency.unbound} />`}
      <p class="small quiet">Identity Consistency Rate: the share of all takes, also those without a measurable face, that passed by the machine; 95 % Wilson interval.</p>
    </section>
    <dl class="facts">
      <${Fact} name="Clips asked for">${requests.total}<//>
      <${Fact} name="There">${requests.completed}<//>
      <${Fact} name="Takes">${takes}<//>
      <${Fact} name="Accepted"><span title=${accepted.counted}>${accepted.clips}</span><//>
      <${Fact} name="Cost of an accepted clip">${money(accepted.costMicros)}<//>
      <${Fact} name="Spent in all">${money(spent.settledMicros ?? 0)}<//>
      <${Fact} name="Approved, rejected by people">${rulings.approved}, ${rulings.rejected}<//>
    </dl>
  </div>`;
}

function Rate({ name, of, first }) {
  return html`<div class=${first ? "rate first" : "rate"}>
    <p>${name}</p>
    <p class="big">${of?.takes ? percent(of.rate) : "–"}</p>
    <${Interval} of=${of} wide />
    ${of?.takes > 0 && html`<p class="small quiet">${of.passed} of ${of.takes} takes; ${percent(of.low)} to ${percent(of.high)}. ${of.failed} failed${of.review ? `, ${of.review} to review` : ""}${of.notMeasurable ? `, ${of.notMeasurable} not measurable` : ""}${of.unmade ? `, ${of.unmade} without a clip` : ""}.</p>`}
  </div>`;
}
