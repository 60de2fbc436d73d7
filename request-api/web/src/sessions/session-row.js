import { seconds, inWords, waterfall } from "../picture/waterfall.js";
import { left, milliseconds, money, rate } from "./figures.js";

const COLUMNS = [
  ["State", (s) => (s.state === "waiting" && s.place ? `waiting, place ${s.place}` : s.state)],
  ["Mode", (s) => s.mode?.toUpperCase() ?? "–"],
  ["Leg", (s) => s.leg || "–"],
  ["Cost so far", (s) => money(s.costMicros)],
  ["Lease left", (s) => (s.state === "closed" ? "–" : left(s.leaseUntil))],
  ["Turns/min", (s) => rate(s.turnsPerMinute)],
  ["First frame p50", (s) => milliseconds(s.firstFrameP50Ms)],
  ["Viewers", (s) => s.viewers ?? 0],
  ["Owner", (s) => s.owner || "–"],
];
const SHOWN = 50;
const OVER = ["closing", "closed"];

/** A session's row in the table; its name opens the turns beneath it. */
export class SessionRow {
  constructor(body, service, told) {
    Object.assign(this, { service, told, known: 0, list: null, reading: false });
    this.row = body.insertRow();
    this.detail = body.insertRow();
    this.detail.hidden = true;
    this.turns = Object.assign(this.detail.insertCell(), { colSpan: COLUMNS.length + 2, className: "turns" });
    this.build();
  }

  build() {
    this.name = make("button", { type: "button", className: "name", onclick: () => this.open(this.detail.hidden) });
    this.name.setAttribute("aria-expanded", "false");
    const head = make("th", { scope: "row" });
    head.append(this.name);
    this.row.append(head);
    this.cells = COLUMNS.map(([label]) => {
      const cell = this.row.insertCell();
      cell.dataset.label = label;
      return cell;
    });
    const actions = Object.assign(this.row.insertCell(), { className: "actions" });
    this.hold = make("button", { type: "button", onclick: () => this.turn() });
    this.end = make("button", { type: "button", className: "danger", textContent: "End", onclick: () => this.ask() });
    actions.append(this.hold, this.end);
  }

  show(session) {
    this.session = session;
    this.row.dataset.state = session.state;
    const name = [session.tenant, session.sessionId.slice(0, 8)].filter(Boolean).join(" / ");
    write(this.name, name);
    this.name.title = session.sessionId;
    COLUMNS.forEach(([, text], i) => write(this.cells[i], String(text(session))));
    const paused = session.state === "paused";
    write(this.hold, paused ? "Resume" : "Pause");
    this.hold.hidden = !paused && !["live", "rotating"].includes(session.state);
    this.end.hidden = OVER.includes(session.state);
    this.hold.setAttribute("aria-label", `${this.hold.textContent} ${name}`);
    this.end.setAttribute("aria-label", `End ${name}`);
    if (!this.detail.hidden) {
      this.read();
    }
  }

  open(wanted) {
    this.detail.hidden = !wanted;
    this.name.setAttribute("aria-expanded", String(wanted));
    if (wanted) {
      this.read();
    }
  }

  /** Reads what is new; the newest turn stands first. */
  async read() {
    if (this.reading) {
      return;
    }
    this.reading = true;
    try {
      const turns = await this.service.turns(this.session.sessionId, this.known);
      this.known = turns.at(-1)?.turn ?? this.known;
      if (!this.list) {
        this.list = make("ol", { className: "waterfalls" });
        this.turns.replaceChildren("No turn has ended yet.");
      }
      if (turns.length > 0) {
        this.list.prepend(...turns.slice(-SHOWN).reverse().map(drawn));
        [...this.list.children].slice(SHOWN).forEach((item) => item.remove());
        this.turns.replaceChildren(this.list);
      }
    } catch (e) {
      this.turns.textContent = e.message;
    } finally {
      this.reading = false;
    }
  }

  turn() {
    const paused = this.session.state === "paused";
    this.act(paused ? this.service.resume(this.session.sessionId) : this.service.pause(this.session.sessionId), paused ? "resumed" : "paused");
  }

  ask() {
    const dialog = document.getElementById("sure");
    document.getElementById("which").textContent = this.session.sessionId;
    dialog.onclose = () => dialog.returnValue === "end" && this.act(this.service.end(this.session.sessionId), "ended");
    dialog.returnValue = "";
    dialog.showModal();
  }

  async act(call, done) {
    try {
      await call;
      this.told(`Session ${this.session.sessionId.slice(0, 8)} is ${done}.`);
    } catch (e) {
      this.told(e.message);
    }
  }

  remove() {
    this.row.remove();
    this.detail.remove();
  }
}

function drawn({ turn, interrupted, timeline }) {
  const item = make("li", { title: inWords(timeline) });
  const first = timeline?.firstFrameMs == null ? "not answered" : seconds(timeline.firstFrameMs);
  item.append(make("span", { textContent: `${turn}. ${first}${interrupted ? ", interrupted" : ""}` }), waterfall(timeline));
  return item;
}

/** Leaves alone what has not changed: a screen reader or a selection would be disturbed. */
function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function make(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
