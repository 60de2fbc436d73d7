import { begun, blank, KINDS, patched, said } from "../model/draft.js";
import { ROUTES } from "../model/words.js";
import { to } from "../model/route.js";
import { useHouse } from "../parts/house.js";
import { Head } from "../parts/pieces.js";
import { html, useEffect, useState } from "../parts/view.js";
import { AvatarForm, FrameForm, ReferenceForm } from "./forms.js";
import { AsJson } from "./as-json.js";
import { Many } from "./many.js";
import { PlanOfOne } from "./plan-of-one.js";

const TABS = { i2v: "Image to video", r2v: "Reference to video", avatar: "Live avatar", many: "Many at once" };
const FORMS = { i2v: FrameForm, r2v: ReferenceForm, avatar: AvatarForm };

/** A new request: written on the left, and what it would become and cost on the right, before anything is spent. */
export function Submit({ query, go }) {
  const { may } = useHouse();
  const kind = KINDS.includes(query.kind) ? query.kind : "i2v";
  return html`<${Head} title="New request" sub=${kind === "many" ? "A catalogue or a folder of pictures; every row is decided before anything is sent." : ROUTES[kind].about}>
      <div class="pick" role="group" aria-label="What it is to be">
        ${KINDS.map((name) => html`<button type="button" aria-pressed=${name === kind} onClick=${() => go({ kind: name })}>${TABS[name]}</button>`)}
      </div>
    <//>
    ${!may("requests:write") && html`<p class="callout">This key may plan, but not send requests.</p>`}
    ${kind === "many" ? html`<${Many} />` : html`<${One} key=${kind} kind=${kind} />`}`;
}

function One({ kind }) {
  const [draft, setDraft] = useDraft(kind);
  const body = said(draft.body) ?? {};
  const Form = FORMS[kind];
  const write = (change) => setDraft((old) => ({ ...old, body: change(old.body) }));
  const sent = ({ id }) => {
    setDraft({ id: crypto.randomUUID(), body: blank(kind) });
    location.hash = to(["requests", id]);
  };
  return html`<div class="write">
    <form class="fields" onSubmit=${(event) => event.preventDefault()} aria-label="The request">
      <${Form} body=${draft.body} write=${write} />
      <${AsJson} body=${body} write=${(next) => write(() => next)} />
      <p class="foot"><button type="button" class="plain" onClick=${() => setDraft({ id: crypto.randomUUID(), body: blank(kind) })}>Start over</button></p>
    </form>
    <${PlanOfOne} body=${body} ready=${begun(body)} draftId=${draft.id} sent=${sent} change=${(one) => write((old) => patched(old, one.patch))} />
  </div>`;
}

/** A draft outlives a reload of the page, with the id that its key is made of. */
function useDraft(kind) {
  const name = `callsheet.draft.${kind}`;
  const [draft, setDraft] = useState(() => stored(name) ?? { id: crypto.randomUUID(), body: blank(kind) });
  useEffect(() => sessionStorage.setItem(name, JSON.stringify(draft)), [draft]);
  return [draft, setDraft];
}

function stored(name) {
  try {
    const draft = JSON.parse(sessionStorage.getItem(name));
    return draft?.id && draft.body ? draft : null;
  } catch {
    return null;
  }
}
