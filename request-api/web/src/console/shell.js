import { to } from "./model/route.js";
import { useHouse } from "./parts/house.js";
import { Tell } from "./parts/dialog.js";
import { LISTED, useKeys } from "./parts/shortcuts.js";
import { html, useEffect, useState } from "./parts/view.js";
import { FOR_OPERATORS, VIEWS } from "./views/all.js";

/** What stands around every view: where one can go, who one is, what was said. */
export function Shell({ at, said, leave, children }) {
  const { holder, operator } = useHouse();
  const [help, setHelp] = useState(false);
  useEffect(() => document.querySelector(".side [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }), [at]);
  const shown = Object.entries(VIEWS).filter(([name]) => !operator || FOR_OPERATORS.includes(name));
  useKeys({
    ...Object.fromEntries(shown.map(([name, { key }]) => [`g ${key}`, { do: () => (location.hash = to([name])) }])),
    "?": { do: () => setHelp(true) },
    "/": { do: () => document.querySelector("[data-filter]")?.focus() },
  });
  return html`<div class="shell">
    <a class="skip" href="#main" onClick=${(event) => (event.preventDefault(), document.getElementById("main").focus())}>To the content</a>
    <aside class="side">
      <a class="brand" href="#/">Callsheet</a>
      <nav aria-label="Views"><ul>
        ${shown.map(([name, { name: words }]) => html`<li><a href=${to([name])} aria-current=${name === at ? "page" : undefined} class=${name === "new" ? "new" : ""}>${words}</a></li>`)}
      </ul></nav>
      <div class="who">
        <span title=${`Key ${holder.key}`}>${holder.tenant}</span>
        <button type="button" class="plain" onClick=${() => setHelp(true)} aria-label="Keyboard shortcuts"><kbd>?</kbd></button>
        <button type="button" class="plain" onClick=${leave}>Sign out</button>
      </div>
    </aside>
    <main id="main" tabindex="-1">${children}</main>
    <p class=${said ? "said" : "said gone"} role="status">${said}</p>
    ${help && html`<${Shortcuts} close=${() => setHelp(false)} />`}
  </div>`;
}

function Shortcuts({ close }) {
  return html`<${Tell} title="Keyboard" close=${close}>
    <div class="shortcuts">${LISTED.map(([group, lines]) => html`<section><h3>${group}</h3><dl>
      ${lines.map(([key, what]) => html`<div><dt>${key.split(", ").map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${what}</dd></div>`)}
    </dl></section>`)}</div>
  <//>`;
}
