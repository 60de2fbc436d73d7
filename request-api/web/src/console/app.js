import { Desk } from "./api/desk.js";
import { keys } from "./keys.js";
import { parse, to } from "./model/route.js";
import { House } from "./parts/house.js";
import { Loading, Trouble } from "./parts/pieces.js";
import { useAnswer } from "./parts/answers.js";
import { html, useEffect, useState } from "./parts/view.js";
import { Shell } from "./shell.js";
import { SignIn } from "./views/sign-in.js";
import { VIEWS } from "./views/all.js";

/** The whole page: who is here, which view, what was said last. */
export function App() {
  const [key, setKey] = useState(keys.tenant);
  return key ? html`<${Inside} key=${key} secret=${key} leave=${() => (keys.forget(), setKey(null))} />` : html`<${SignIn} enter=${setKey} />`;
}

function Inside({ secret, leave }) {
  const [desk] = useState(() => new Desk(secret));
  const [said, say] = useState("");
  const address = useAddress();
  const who = useAnswer(async () => {
    const [config, holder] = await Promise.all([desk.config(), desk.whoami()]);
    return { ...config, holder };
  }, [desk]);
  useEffect(() => {
    if (who.error?.status === 401) {
      leave();
    }
  }, [who.error]);
  useEffect(() => say(""), [address.parts[0], address.parts[1]]);
  useEffect(() => {
    const timer = said && setTimeout(() => say(""), 6000);
    return () => clearTimeout(timer);
  }, [said]);
  if (!who.value) {
    return html`<main class="alone">${who.error ? html`<${Trouble} error=${who.error} again=${who.again} /><button type="button" onClick=${leave}>Sign out</button>` : html`<${Loading} />`}</main>`;
  }
  const { holder, workers, sessionsUrl } = who.value;
  const operator = holder.tenant === "operators";
  const house = { desk, secret, holder, workers, sessionsUrl, operator, say, may: (scope) => holder.scopes.includes(scope) };
  const [name = operator ? "operators" : "requests", ...rest] = address.parts;
  const View = VIEWS[name]?.view ?? VIEWS.requests.view;
  return html`<${House.Provider} value=${house}>
    <${Shell} at=${name} said=${said} leave=${leave}>
      <${View} key=${address.parts.join("/")} rest=${rest} query=${address.query} go=${(query) => location.replace(to(address.parts, query))} />
    <//>
  <//>`;
}

function useAddress() {
  const [address, setAddress] = useState(() => parse(location.hash));
  useEffect(() => {
    const moved = () => setAddress(parse(location.hash));
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  return address;
}
