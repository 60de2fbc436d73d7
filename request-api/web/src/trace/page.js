/** The page of one request's trace: /trace/?id=<request>. The key stays in this tab. */
import { waterfall } from "./waterfall.js";

const KEY = "callsheet.key";
const AGAIN_MS = 3000;

const form = document.querySelector("form");
const said = document.querySelector("#said");
const picture = document.querySelector("#picture");
const fields = form.elements;
let shown = null;
let timer = 0;

fields.id.value = new URLSearchParams(location.search).get("id") ?? "";
fields.key.value = sessionStorage.getItem(KEY) ?? "";
form.addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(KEY, fields.key.value.trim());
  history.replaceState(null, "", `?id=${encodeURIComponent(fields.id.value.trim())}`);
  shown = null;
  show();
});
if (fields.id.value && fields.key.value) {
  show();
}

async function show() {
  clearTimeout(timer);
  const id = fields.id.value.trim();
  said.textContent = shown ? "" : "Looking …";
  try {
    const address = `/v1/requests/${encodeURIComponent(id)}`;
    const [trace, request] = await Promise.all([ask(`${address}/trace`), ask(address)]);
    said.textContent = `Request ${id}: ${request.state}${request.route ? `, ${request.route}` : ""}`;
    if (shown) {
      shown.update(trace);
    } else {
      shown = waterfall(picture, trace);
    }
    if (!request.ended) {
      timer = setTimeout(show, AGAIN_MS);
    }
  } catch (failure) {
    said.textContent = failure.message;
  }
}

async function ask(address) {
  const answer = await fetch(address, { headers: { "X-API-Key": sessionStorage.getItem(KEY) ?? "" } });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.detail ?? `The desk answers ${answer.status}.`);
  }
  return body;
}
