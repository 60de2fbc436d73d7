import { watch } from "./media.js";

const ENDINGS = {
  USER_CLOSED: "You ended the session.",
  CANCELLED: "The request was cancelled.",
  LEASE_ENDED: "The session ended because nobody was there.",
  START_REFUSED: "The session was not started.",
  START_FAILED: "The session could not be started.",
  MAX_DURATION_REACHED: "The session reached its longest duration.",
  NO_CREDITS: "The account has no credits left.",
  PROVIDER_ENDED: "The avatar's provider ended the session.",
};
const RECONNECTS = 30;
const RECONNECT_MS = 1500;

const $ = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
const asked = [];
const page = { key: "", sessionsUrl: "", attempt: crypto.randomUUID(), session: null, socket: null, viewer: null };

function state(name, text) {
  document.body.dataset.state = name;
  $("status").textContent = text;
  const live = name === "live";
  $("interrupt").disabled = !live;
  $("end").disabled = !(live || name === "reconnecting");
  $("mute").disabled = !live;
  $("say").hidden = !(live || name === "reconnecting");
}

function problem(text) {
  $("problem").textContent = text;
  $("problem").hidden = !text;
}

/** Calls the session service; a problem document becomes an Error with its words. */
async function call(method, path, body) {
  const headers = { "X-API-Key": page.key };
  if (body) {
    headers["Content-Type"] = "application/json";
    headers["Idempotency-Key"] = page.attempt;
  }
  let answer;
  try {
    answer = await fetch(page.sessionsUrl + path, { method, headers, body: body && JSON.stringify(body) });
  } catch {
    throw new Error(`The session service at ${page.sessionsUrl} does not answer.`);
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const fields = (json.errors || []).map((e) => `${e.field}: ${e.allowed}`).join("; ");
    throw new Error([json.title, json.detail, fields].filter(Boolean).join(": ") || `Error ${answer.status}`);
  }
  return json;
}

function order() {
  if (query.has("session")) {
    return { sessionId: query.get("session") };
  }
  return query.has("request") ? { requestId: query.get("request") } : { avatarId: $("avatar").value.trim() };
}

async function start(event) {
  event.preventDefault();
  problem("");
  page.key = $("key").value;
  state("starting", "Starting…");
  try {
    const session = await call("POST", "/v1/sessions", order());
    if (!session.turns) {
      throw new Error(`The session is ${session.state}. ${ENDINGS[session.reason] || ""}`);
    }
    page.session = session;
    $("start").hidden = true;
    // The session runs from here on, and is paid: a broken picture must not hide the way to end it.
    listen(0);
    await show(session.media);
  } catch (e) {
    if (!page.session) {
      page.attempt = crypto.randomUUID();
      state("idle", "Not connected");
    }
    problem(e.message);
  }
}

async function show(media) {
  try {
    page.viewer = await watch(media, $("video"));
    $("curtain").hidden = true;
  } catch (e) {
    $("curtain").textContent = `No picture: ${e.message} The conversation works without it.`;
  }
}

function listen(attempt) {
  const socket = new WebSocket(page.session.turns);
  page.socket = socket;
  socket.onopen = () => {
    attempt = 0;
    // What was being said when a connection broke is lost with it.
    document.querySelectorAll('[data-state="thinking"], [data-state="speaking"]').forEach((item) => {
      item.dataset.state = "interrupted";
      chip(item.dataset.turn, "interrupted", "cut");
    });
    state("live", "Live");
    $("text").focus();
  };
  socket.onmessage = (message) => hear(JSON.parse(message.data));
  socket.onclose = (closed) => {
    if (document.body.dataset.state === "ended" || page.socket !== socket) {
      return;
    }
    if (closed.code >= 4400 || attempt >= RECONNECTS) {
      over(attempt >= RECONNECTS ? "The connection broke. The session ends by itself." : "The session is over.");
      return;
    }
    state("reconnecting", "Reconnecting…");
    setTimeout(() => listen(attempt + 1), Math.min(200 * 2 ** attempt, RECONNECT_MS));
  };
}

function hear(message) {
  switch (message.type) {
    case "turn.started":
      turn(message.turn).dataset.state = "thinking";
      chip(message.turn, "thinking", "now");
      break;
    case "turn.token":
      turn(message.turn).querySelector(".answered").textContent += message.text;
      $("turns").scrollTop = $("turns").scrollHeight;
      break;
    case "turn.speaking":
      turn(message.turn).dataset.state = "speaking";
      chips(message.turn, [["speaking", "now"]]);
      break;
    case "turn.ended":
      ended(message);
      break;
    case "session.ended":
      over(ENDINGS[message.reason] || "The session has ended.");
      break;
    case "problem":
      problem(message.message);
      break;
  }
}

function ended({ turn: number, interrupted, timeline }) {
  const item = turn(number);
  item.dataset.state = interrupted ? "interrupted" : "done";
  item.dataset.firstFrameMs = timeline.firstFrameMs ?? "";
  const ms = (name, value) => (value == null ? [] : [[`${name} ${value} ms`, ""]]);
  chips(number, [
    ...(interrupted ? [["interrupted", "cut"]] : []),
    ...ms("first word", timeline.firstTokenMs),
    ...ms("first sound", timeline.firstAudioMs),
    ...ms("first frame", timeline.firstFrameMs),
  ]);
}

/** The entry of a turn, made when it is first heard of. */
function turn(number) {
  let item = document.querySelector(`[data-turn="${number}"]`);
  if (!item) {
    item = document.createElement("li");
    item.className = "turn";
    item.dataset.turn = number;
    for (const name of ["asked", "answered"]) {
      const line = document.createElement("p");
      line.className = name;
      item.append(line);
    }
    item.firstChild.textContent = asked.shift() ?? "";
    item.append(Object.assign(document.createElement("ul"), { className: "timeline" }));
    $("turns").append(item);
    $("turns").scrollTop = $("turns").scrollHeight;
  }
  return item;
}

function chip(number, text, kind) {
  chips(number, [[text, kind]]);
}

function chips(number, entries) {
  const list = turn(number).querySelector(".timeline");
  list.replaceChildren(
    ...entries.map(([text, kind]) =>
      Object.assign(document.createElement("li"), { textContent: text, className: kind }),
    ),
  );
}

function say(event) {
  event.preventDefault();
  const text = $("text").value.trim();
  if (text && page.socket.readyState === WebSocket.OPEN) {
    asked.push(text);
    page.socket.send(JSON.stringify({ type: "say", text }));
    $("text").value = "";
  }
}

function interrupt() {
  if (page.socket?.readyState === WebSocket.OPEN) {
    page.socket.send(JSON.stringify({ type: "interrupt" }));
  }
}

async function end() {
  $("end").disabled = true;
  try {
    const ended = await call("DELETE", `/v1/sessions/${page.session.sessionId}`);
    const cost = (ended.ledgerMicros / 1e6).toFixed(2);
    const why = ENDINGS[ended.reason] || "The session is ending.";
    over(ended.state === "ended" ? `${why} It cost ${cost} USD.` : why);
  } catch (e) {
    problem(e.message);
    $("end").disabled = false;
  }
}

function over(text) {
  state("ended", text);
  page.viewer?.close();
  page.viewer = null;
  $("curtain").textContent = text;
  $("curtain").hidden = false;
  page.socket?.close();
}

function mute() {
  const muted = !$("video").muted;
  $("video").muted = muted;
  $("mute").setAttribute("aria-pressed", muted);
}

async function open() {
  const config = await fetch("config.json").then((r) => (r.ok ? r.json() : {})).catch(() => ({}));
  page.sessionsUrl = (config.sessionsUrl || `http://${location.hostname}:18084`).replace(/\/$/, "");
  if (query.has("session") || query.has("request")) {
    $("avatar-field").hidden = true;
    $("start-title").textContent = "Join the session";
  }
  $("start").addEventListener("submit", start);
  $("say").addEventListener("submit", say);
  $("interrupt").addEventListener("click", interrupt);
  $("end").addEventListener("click", end);
  $("mute").addEventListener("click", mute);
  document.addEventListener("keydown", (e) => e.key === "Escape" && interrupt());
}

open();
