import { inWords, seconds, waterfall } from "../picture/waterfall.js";
import { skipped } from "./reasons.js";

const KEPT = 200;
const ASKED_BY = { comment: "A viewer", rest: "A program", kafka: "A program" };
const NOBODY = ["script", "system"];

/** What was said, turn by turn, in an ordered list. */
export class TurnLog {
  constructor(list) {
    this.list = list;
  }

  /** Words that wait for their turn. */
  waiting(id, text, note) {
    const item = this.find(`[data-input="${CSS.escape(id)}"]`) ?? this.add({ input: id, state: "waiting" });
    if (text) {
      asked(item, [{ text, origin: "typed" }]);
    }
    chips(item, [[note, "now"]]);
  }

  skipped(id, reason, author) {
    const item = this.find(`[data-input="${CSS.escape(id)}"]`);
    if (item) {
      item.dataset.state = "skipped";
      chips(item, [[`not answered: ${skipped(reason)}`, "cut"]]);
    } else {
      const note = this.add({ input: id, state: "skipped" });
      chips(note, [[`${author ? `A comment of ${author}` : "A comment"} was not answered: ${skipped(reason)}`, ""]]);
    }
  }

  started(number, inputs = []) {
    inputs.forEach((input) => this.find(`[data-input="${CSS.escape(input.inputId)}"]`)?.remove());
    const item = this.turn(number);
    item.dataset.state = "thinking";
    // A turn that begins again, elsewhere, is told from its beginning.
    item.querySelector(".answered").replaceChildren();
    asked(item, inputs);
    chips(item, [["thinking", "now"]]);
  }

  token(number, text) {
    const item = this.turn(number);
    item.querySelector(".answered").append(text);
    this.follow();
  }

  speaking(number) {
    const item = this.turn(number);
    item.dataset.state = "speaking";
    chips(item, [["speaking", "now"]]);
  }

  ended(number, { interrupted, spoken, timeline }) {
    const item = this.turn(number);
    item.dataset.state = interrupted ? "interrupted" : "done";
    item.dataset.firstFrameMs = timeline?.firstFrameMs ?? "";
    said(item.querySelector(".answered"), interrupted ? spoken : null);
    chips(item, [
      ...(interrupted ? [["interrupted", "cut"]] : []),
      ...(timeline?.firstFrameMs == null ? [] : [[`answered after ${seconds(timeline.firstFrameMs)}`, ""]]),
    ]);
    item.querySelector(".time").replaceChildren(waterfall(timeline));
    item.querySelector(".time").title = inWords(timeline);
    this.follow();
  }

  /** The entry of a turn, made when it is first heard of. */
  turn(number) {
    return this.find(`[data-turn="${number}"]`) ?? this.add({ turn: number });
  }

  add(data) {
    const item = document.createElement("li");
    item.className = "turn";
    Object.assign(item.dataset, data);
    item.append(part("div", "asked"), part("p", "answered"), part("ul", "chips"), part("div", "time"));
    // What waits stands below what is being answered.
    const before = data.turn ? this.find('[data-state="waiting"]') : null;
    this.list.insertBefore(item, before);
    while (this.list.children.length > KEPT) {
      this.list.firstChild.remove();
    }
    this.follow();
    return item;
  }

  find(selector) {
    return this.list.querySelector(selector);
  }

  follow() {
    this.list.scrollTop = this.list.scrollHeight;
  }
}

function asked(item, inputs) {
  const people = inputs.filter((input) => !NOBODY.includes(input.origin));
  item.querySelector(".asked").replaceChildren(
    ...people.map(({ text, author, origin }) => {
      const line = part("p", "");
      const who = part("span", "who");
      who.textContent = `${author ?? ASKED_BY[origin] ?? "You"}: `;
      line.append(who, text);
      return line;
    }),
  );
}

/** Sets apart what was written but never spoken. */
function said(answered, spoken) {
  const all = answered.textContent;
  if (spoken != null && all.length > spoken.length && all.startsWith(spoken)) {
    const rest = part("del", "unspoken");
    rest.textContent = all.slice(spoken.length);
    rest.title = "Written, but not spoken any more";
    answered.replaceChildren(spoken, rest);
  }
}

function chips(item, entries) {
  item.querySelector(".chips").replaceChildren(
    ...entries.map(([text, kind]) => Object.assign(part("li", kind), { textContent: text })),
  );
}

function part(name, className) {
  return Object.assign(document.createElement(name), { className });
}
