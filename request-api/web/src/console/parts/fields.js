import { html, useRef } from "./view.js";

let last = 0;

/**
 * A field with its name and what it means.
 *
 * @param of {value, set}
 * @param options a choice of these; an empty one leaves it unsaid
 */
export function Field({ label, hint, of, lines, number, options, tick, mono, ...rest }) {
  const id = useRef(`field-${++last}`).current;
  const about = hint ? `${id}-hint` : undefined;
  if (tick) {
    return html`<label class="tick field"><input type="checkbox" checked=${Boolean(of.value)} onChange=${(e) => of.set(e.target.checked || undefined)} /> ${label}</label>`;
  }
  const write = (event) => {
    const text = event.target.value;
    of.set(text === "" ? undefined : number && Number.isFinite(Number(text)) ? Number(text) : text);
  };
  const shared = { id, value: of.value ?? "", onInput: write, "aria-describedby": about, class: mono ? "mono" : undefined, ...rest };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${lines ? html`<textarea ...${shared} rows=${lines}></textarea>`
      : options ? html`<select ...${shared} onInput=${undefined} onChange=${write}>${choices(options, of.value).map((one) => html`<option value=${one}>${one || "not said"}</option>`)}</select>`
      : html`<input ...${shared} type=${number ? "number" : "text"} autocomplete="off" />`}
    ${hint && html`<p class="hint" id=${about}>${hint}</p>`}
  </div>`;
}

/** What is not said is a choice too, as long as it is the case. */
function choices(options, value) {
  return value === undefined && !options.includes("") ? ["", ...options] : options;
}

export function Row({ children }) {
  return html`<div class="row">${children}</div>`;
}

export function More({ children }) {
  return html`<details class="more"><summary>More</summary>${children}</details>`;
}

/** A place to drop files on, or to choose them by keyboard. */
export function Drop({ name, label, hint, accept, many, folder, take, children }) {
  const id = useRef(`drop-${++last}`).current;
  const over = (event, is) => {
    event.preventDefault();
    event.currentTarget.classList.toggle("over", is);
  };
  const drop = async (event) => {
    over(event, false);
    take(await dropped(event.dataTransfer));
  };
  return html`<div class="drop" onDragOver=${(e) => over(e, true)} onDragLeave=${(e) => over(e, false)} onDrop=${drop}>
    ${name && html`<p class="label">${name}</p>`}
    <input id=${id} type="file" class="unseen" aria-label=${name ? `${name}: ${label}` : undefined} accept=${accept} multiple=${many} onChange=${(e) => (take([...e.target.files]), (e.target.value = ""))} />
    <label for=${id}>${label}</label>
    ${hint && html`<p class="hint">${hint}</p>`}
    ${folder && html`<label class="folder">or choose a folder <input type="file" class="unseen" webkitdirectory onChange=${(e) => (take([...e.target.files]), (e.target.value = ""))} /></label>`}
    ${children}
  </div>`;
}

/** The files that were dropped, those in folders too. */
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  return entries.length > 0 ? (await Promise.all(entries.map(files))).flat() : [...transfer.files];
}

async function files(entry) {
  if (entry.isFile) {
    return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  }
  const reader = entry.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return (await Promise.all(all.map(files))).flat();
    }
    all.push(...some);
  }
}
