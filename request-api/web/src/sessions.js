import { SessionService } from "./service/session-service.js";
import { SessionRow } from "./sessions/session-row.js";
import { total } from "./sessions/figures.js";

const $ = (id) => document.getElementById(id);
const POLL_MS = 2000;
const page = { service: null, rows: new Map(), timer: 0 };

async function open(event) {
  event.preventDefault();
  page.service = new SessionService(await SessionService.address(), $("key").value);
  await look();
}

/** Reads the list, and again after a while as long as somebody looks at the page. */
async function look() {
  clearTimeout(page.timer);
  try {
    show(await page.service.list());
    say("");
  } catch (e) {
    say(e.message);
    document.body.dataset.state = page.rows.size > 0 ? "stale" : "idle";
  }
  if (document.body.dataset.state !== "idle" && !document.hidden) {
    page.timer = setTimeout(look, POLL_MS);
  }
}

function show(sessions) {
  const wanted = sessions.filter((session) => $("all").checked || session.state !== "closed");
  const ids = new Set(wanted.map((session) => session.sessionId));
  for (const [id, row] of page.rows) {
    if (!ids.has(id)) {
      row.remove();
      page.rows.delete(id);
    }
  }
  for (const session of wanted) {
    const row = page.rows.get(session.sessionId) ?? new SessionRow($("sessions"), page.service, told);
    page.rows.set(session.sessionId, row);
    row.show(session);
  }
  $("total").textContent = total(sessions);
  $("none").hidden = wanted.length > 0;
  $("table").hidden = wanted.length === 0;
  $("opening").hidden = true;
  $("board").hidden = false;
  document.body.dataset.state = "open";
  $("seen").textContent = `as of ${new Date().toLocaleTimeString()}`;
}

function told(text) {
  $("told").textContent = text;
  look();
}

function say(text) {
  $("problem").textContent = text;
  $("problem").hidden = !text;
}

$("opening").addEventListener("submit", open);
$("all").addEventListener("change", look);
document.addEventListener("visibilitychange", () => !document.hidden && page.service && look());
