import { bring } from "../api/upload.js";
import { useDeed } from "../parts/answers.js";
import { Drop, Field } from "../parts/fields.js";
import { useHouse } from "../parts/house.js";
import { Bar, Trouble } from "../parts/pieces.js";
import { html, useEffect, useState } from "../parts/view.js";

const PICTURES = "image/jpeg,image/png,image/webp,image/bmp";

/** One medium of a request by its role: an upload, or an address. */
export function Medium({ role, label, hint, body, write }) {
  const now = body.media?.find((one) => one.role === role);
  const set = (medium) => write((old) => ({ ...old, media: [...(old.media ?? []).filter((one) => one.role !== role), ...(medium ? [{ role, type: "image", ...medium }] : [])] }));
  return html`<div class="medium">
    <${Upload} name=${label} label=${now ? "Another picture" : "Choose a picture"} hint=${hint} take=${(medium) => set(wish(medium))}>
      <${Field} label=${`or the address of the ${label.toLowerCase()}`} mono of=${{ value: now?.uri, set: (uri) => set(uri && { uri }) }} placeholder="https://… or s3://…" />
    <//>
  </div>`;
}

/** Pictures of a character that is not registered. */
export function References({ body, write }) {
  const media = body.media ?? [];
  const character = media.find((one) => one.character)?.character ?? "";
  const set = (next) => write((old) => ({ ...old, media: next }));
  const add = (medium) => write((old) => ({ ...old, media: [...(old.media ?? []), { role: "reference", type: "image", character: character || "character", kind: "human", ...wish(medium) }] }));
  return html`<details class="more" open=${media.length > 0}><summary>Reference pictures of somebody who is not registered</summary>
    <${Upload} label="Add a reference picture" hint="One to five, the face from the front and from the side." take=${add} />
    ${media.length > 0 && html`<${Field} label="The character's name in the prompt" of=${{ value: character, set: (name) => set(media.map((one) => ({ ...one, character: name }))) }} />
      <ul class="plainlist">${media.map((one, i) => html`<li><code>${one.uri}</code> <button type="button" class="plain" onClick=${() => set(media.filter((_, at) => at !== i))}>remove</button></li>`)}</ul>`}
  </details>`;
}

function Upload({ name, label, hint, take, children }) {
  const { desk, may } = useHouse();
  const [share, setShare] = useState(0);
  const [picture, setPicture] = useState(null);
  useEffect(() => () => picture && URL.revokeObjectURL(picture), [picture]);
  const deed = useDeed(async ([file]) => {
    if (file) {
      setShare(0);
      setPicture(URL.createObjectURL(file));
      take(await bring(desk, file, setShare));
    }
  });
  if (!may("media:write")) {
    return html`<p class="label">${name ?? label}</p><p class="hint">${hint} This key may not upload.</p>${children}`;
  }
  return html`<${Drop} name=${name} label=${label} hint=${hint ? `${hint} Drop a file here, or choose one.` : undefined} accept=${PICTURES} take=${deed.run}>
      ${picture && html`<img class="preview" src=${picture} alt="The picture that you chose" />`}
      ${deed.busy && html`<${Bar} share=${share} label="Upload" />`}
      ${children}
    <//>
    <${Trouble} error=${deed.error} />`;
}

/** What a request says of a medium, from what the media door found out. */
export function wish({ uri, width, height, bytes, alpha }) {
  return { uri, width, height, bytes, ...(alpha && { alpha }) };
}
