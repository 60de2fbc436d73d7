import { SessionService } from "./service/session-service.js";
import { ending } from "./talk/reasons.js";
import { problem } from "./talk/panel.js";
import { Talk } from "./talk/talk.js";

const $ = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
const page = { service: null, session: null, talk: null, attempt: crypto.randomUUID() };

function order() {
  if (query.has("session")) {
    return { sessionId: query.get("session") };
  }
  if (query.has("request")) {
    return { requestId: query.get("request") };
  }
  return { avatarId: $("avatar").value.trim(), mode: $("mode").value, sandbox: $("sandbox").checked };
}

async function start(event) {
  event.preventDefault();
  problem("");
  busy("Starting…");
  try {
    page.service = new SessionService(await SessionService.address(), $("key").value);
    page.session = await page.service.start(order(), page.attempt);
    if (!page.session.turns) {
      throw new Error(`The session is ${page.session.state}. ${ending(page.session.reason)}`);
    }
    $("start").hidden = true;
    $("end").disabled = false;
    page.talk = new Talk(page.session.turns);
    page.talk.addEventListener("state", ({ detail }) => ($("end").disabled = detail.state === "ended"));
    page.talk.addEventListener("live", () => $("text").focus(), { once: true });
  } catch (e) {
    // Without an answer the session may have started: the next try has to mean the same one.
    page.attempt = e.unanswered ? page.attempt : crypto.randomUUID();
    document.body.dataset.state = "idle";
    $("status").textContent = "Not connected";
    problem(e.message);
  }
}

function busy(text) {
  document.body.dataset.state = "starting";
  $("status").textContent = text;
}

async function end() {
  $("end").disabled = true;
  try {
    const ended = await page.service.end(page.session.sessionId);
    const micros = ended.costMicros ?? ended.ledgerMicros;
    const cost = micros == null || ended.state === "closing" ? "" : ` It cost ${(micros / 1e6).toFixed(2)} USD.`;
    page.talk.over((ended.reason ? ending(ended.reason) : "The session is ending.") + cost);
  } catch (e) {
    problem(e.message);
    $("end").disabled = false;
  }
}

if (query.has("session") || query.has("request")) {
  $("order").hidden = true;
  $("start-title").textContent = "Join the session";
}
$("start").addEventListener("submit", start);
$("end").addEventListener("click", end);
