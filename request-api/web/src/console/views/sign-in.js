import { Desk } from "../api/desk.js";
import { keys } from "../keys.js";
import { useDeed } from "../parts/answers.js";
import { html, useEffect, useRef } from "../parts/view.js";

/** Asks for the API key. It stays in this tab: sessionStorage, gone with it. */
export function SignIn({ enter }) {
  const field = useRef();
  useEffect(() => {
    document.title = "Sign in · Callsheet";
    field.current.focus();
  }, []);
  const deed = useDeed(async (key) => {
    const holder = await new Desk(key).whoami();
    keys.tenant = key;
    if (holder.tenant === "operators") {
      keys.operator = key;
    }
    enter(key);
  });
  const send = (event) => {
    event.preventDefault();
    const key = field.current.value.trim();
    // A header can carry nothing else; the service would say the same of it.
    deed.run(key);
  };
  return html`<main class="alone">
    <form class="card sign-in" onSubmit=${send}>
      <h1 class="brand">Callsheet</h1>
      <p class="quiet">Video requests in, decided, rendered once, measured.</p>
      <label for="key">API key</label>
      <input id="key" ref=${field} type="password" autocomplete="off" spellcheck="false" required aria-describedby="key-kept key-wrong" aria-invalid=${deed.error ? "true" : undefined} />
      <p id="key-wrong" class="wrong" role="alert">${deed.error && wrong(deed.error)}</p>
      <button type="submit" class="primary" disabled=${deed.busy}>${deed.busy ? "Looking …" : "Sign in"}</button>
      <p id="key-kept" class="small quiet">Your tenant's key, as <code>cs_…</code>, or an operator's. It is kept in this tab alone and gone when you close it.</p>
    </form>
  </main>`;
}

function wrong(error) {
  return error.status === 401 ? "This key is not known here. Check that it was copied whole and has not expired." : error instanceof TypeError ? "This is no API key: it has characters that no key has." : error.message;
}
