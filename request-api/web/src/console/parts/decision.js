import { moneyRange, percent, stretchRange } from "../model/figures.js";
import { AXES, origin, plain, pointer, reason, ROUTES, sentence } from "../model/words.js";
import { Fact, Route } from "./pieces.js";
import { html } from "./view.js";

/**
 * The router's decision with all that speaks for it and against it.
 *
 * @param change is called with a change that would lead to a route; without it changes are only told
 */
export function Decision({ decision, change }) {
  const routed = Boolean(decision.route);
  return html`<section class="decision" aria-label="Decision">
    ${routed
      ? html`<p class="verdict"><${Route} route=${decision.route} /> <strong>${ROUTES[decision.route]?.name ?? decision.route}</strong> <span class="quiet">${decision.model}</span></p>
          <dl class="facts">
            <${Fact} name="Cost">${moneyRange(decision.cost)}${decision.route === "avatar" && " a started minute"}<//>
            ${decision.eta && html`<${Fact} name="Ready in">${stretchRange(decision.eta)}<//>`}
            ${decision.clips > 1 && html`<${Fact} name="Clips">${decision.clips}<//>`}
            <${Fact} name="Confidence">${percent(decision.confidence)}<//>
          </dl>`
      : html`<p class="verdict"><span class="state bad">refused</span> <strong>Nothing is sent and nothing is spent.</strong></p>`}
    ${decision.question && html`<p class="question">${decision.question}</p>`}
    <${Violations} title="What stands against it" tone="bad" of=${decision.conflicts} />
    <${Changes} of=${decision.changes} change=${change} />
    <${Violations} title="Good to know first" tone="wait" of=${decision.warnings} />
    <${Violations} title="Repaired on the way" tone="busy" of=${decision.repairs} />
    <h3>Why</h3>
    <ul class="why">${decision.reasons.filter((code) => !decision.conflicts.some((c) => c.code === code)).map((code) => html`<li title=${code}>${reason(code)}</li>`)}</ul>
    <${Axes} of=${decision.axes} />
    <${Alternatives} of=${decision.alternatives} />
    <p class="quiet small">Rule ${decision.rule}, policy ${decision.policyVersion}.</p>
  </section>`;
}

function Axes({ of }) {
  return html`<table class="axes">
    <caption class="unseen">The three axes of the decision</caption>
    <thead><tr><th scope="col">Axis</th><th scope="col">Found</th><th scope="col">How it is known</th></tr></thead>
    <tbody>${Object.keys(AXES).map((name) => [name, of[name]]).map(([name, axis]) => html`<tr>
      <th scope="row">${AXES[name]}</th>
      <td>${plain(axis.value)}</td>
      <td class="quiet">${origin(axis.origin)}${axis.evidence.length > 0 && html`<span class="evidence">${axis.evidence.map((field) => html` <code>${field}</code>`)}</span>`}</td>
    </tr>`)}</tbody>
  </table>`;
}

/** What was found at which field, what is allowed, what to do. */
export function Violations({ title, tone, of = [] }) {
  return of.length === 0 ? null : html`<h3>${title}</h3>
    <ul class=${`violations ${tone}`}>${of.map((one) => html`<li>
      <strong>${sentence(one.code)}</strong> <span class="quiet">at ${pointer(one.field)}</span>
      ${(one.found || one.allowed) && html`<br />${[one.found && `Found ${one.found}`, one.allowed && `allowed: ${one.allowed}`].filter(Boolean).join("; ")}.`}
      ${one.suggestion && html` <em>${sentenceOf(one.suggestion)}</em>`}
    </li>`)}</ul>`;
}

function Changes({ of = [], change }) {
  return of.length === 0 ? null : html`<h3>What would change it</h3>
    <ul class="changes">${of.map((one) => html`<li>
      <span><${Route} route=${one.route} /> ${one.patch.map((step) => html`<span class="step">${stepWords(step)}</span>`)}
      ${one.fill.length > 0 && html` <span class="quiet">You fill in: ${one.fill.map(pointer).join("; ")}.</span>`}</span>
      ${change && html`<button type="button" onClick=${() => change(one)}>Do that</button>`}
    </li>`)}</ul>`;
}

function stepWords({ op, path, value }) {
  const shown = value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  return op === "remove" ? `leave out ${pointer(path)}` : `${op === "add" ? "add" : "set"} ${pointer(path)}${shown && `: ${shown}`}`;
}

function Alternatives({ of = [] }) {
  return of.length === 0 ? null : html`<details>
    <summary>Why no other kind</summary>
    ${of.map((one) => html`<p><${Route} route=${one.route} /> ${one.lacks.length === 0 ? "would be possible." : "would need"}</p>
      <ul class="lacks">${one.lacks.map((lack) => html`<li><code>${lack.field}</code> ${lack.needed}</li>`)}</ul>`)}
  </details>`;
}

function sentenceOf(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
