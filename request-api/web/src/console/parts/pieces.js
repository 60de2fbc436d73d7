import { away, moment, short } from "../model/figures.js";
import { ROUTES, stateWord, tone } from "../model/words.js";
import { html, useEffect, useRef, useState } from "./view.js";

/** A state or a verdict, with a dot in its colour. @param raw by its own name, for those who run the house */
export function State({ word, live, raw }) {
  return word ? html`<span class=${`state ${tone(word)}${live ? " moving" : ""}`}>${raw ? word : stateWord(word)}</span>` : html`<span class="quiet">–</span>`;
}

export function Route({ route }) {
  return route ? html`<abbr class="route" title=${ROUTES[route]?.name ?? route}>${route}</abbr>` : html`<span class="quiet">–</span>`;
}

export function When({ at, now }) {
  return at ? html`<time datetime=${at} title=${moment(at)}>${away(at, now)}</time>` : html`<span class="quiet">–</span>`;
}

/** An id, short, copied by a click. */
export function Id({ id }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(id).catch(() => {});
    setCopied(true);
    setTimeout(() => setCopied(false), 1200);
  };
  return html`<button type="button" class="id" title=${`${id}: copy`} aria-label=${`Copy the id ${id}`} onClick=${copy}>${copied ? "copied" : short(id)}</button>`;
}

export function Loading({ what = "Loading" }) {
  return html`<p class="loading" role="status"><span class="spin" aria-hidden="true"></span>${what} …</p>`;
}

export function Empty({ title, children }) {
  return html`<div class="empty"><p class="lead">${title}</p>${children}</div>`;
}

/** What went wrong, in the service's own words, with the fields at fault. */
export function Trouble({ error, again }) {
  if (!error) {
    return null;
  }
  return html`<div class="trouble" role="alert">
    <p>${error.message}</p>
    ${error.fields?.length > 0 && html`<ul>${error.fields.map((field) => html`<li>${[field.field, field.found && `found ${field.found}`, field.allowed && `allowed: ${field.allowed}`, field.suggestion].filter(Boolean).join("; ")}</li>`)}</ul>`}
    ${again && html`<button type="button" onClick=${again}>Try again</button>`}
  </div>`;
}

/** The three faces of an answer: on its way, refused, there. A later error stands above the last good answer. */
export function Answer({ of, what, children }) {
  if (of.value === undefined) {
    return of.error ? html`<${Trouble} error=${of.error} again=${of.again} />` : html`<${Loading} what=${what} />`;
  }
  return html`${of.error && html`<${Trouble} error=${of.error} again=${of.again} />`}${children(of.value)}`;
}

/** A view's head: its title takes the focus when the view opens, so that a screen reader says where it is. */
export function Head({ title, sub, children }) {
  const heading = useRef();
  useEffect(() => {
    document.title = `${title} · Callsheet`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return html`<header class="head">
    <div><h1 tabindex="-1" ref=${heading}>${title}</h1>${sub && html`<p class="sub">${sub}</p>`}</div>
    ${children && html`<div class="tools">${children}</div>`}
  </header>`;
}

/** A figure with its name. */
export function Fact({ name, children, wide }) {
  return html`<div class=${wide ? "fact wide" : "fact"}><dt>${name}</dt><dd>${children}</dd></div>`;
}

/** A bar of how far something is. */
export function Bar({ share, label }) {
  return html`<progress class="bar" max="1" value=${share ?? undefined} aria-label=${label}></progress>`;
}
