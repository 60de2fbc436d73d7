import { Stage } from "../media/stage.js";
import { Captions } from "./captions.js";
import { Meter } from "./meter.js";
import { answeredIn, curtain, fact, heard, notice, problem } from "./panel.js";
import { PushToTalk } from "./push-to-talk.js";
import { ending } from "./reasons.js";
import { TurnLine } from "./turn-line.js";
import { TurnLog } from "./turn-log.js";

const $ = (id) => document.getElementById(id);
const STATUS = {
  requested: "Starting…",
  opening: "Starting…",
  live: "Live",
  rotating: "Live",
  paused: "Paused",
  reconnecting: "Reconnecting…",
  waiting: "Waiting for a place",
  closing: "Ending…",
};
const CURTAINS = {
  waiting: "All places are taken. You are let in as soon as one is free.",
  paused: "The conversation is paused. It goes on by itself.",
  opening: "The avatar is on its way.",
};
/** States in which the service takes words. */
const TALKING = ["live", "reconnecting"];

/**
 * A conversation on the page: one line to the service, one stage, the controls. The document's elements are found by
 * their ids; what a page does not have is left out. Tells by event `state` (detail {state, text}) and one
 * of the state's own name.
 */
export class Talk extends EventTarget {
  constructor(url) {
    super();
    this.leg = null;
    this.media = null;
    this.stage = new Stage($("frame"));
    this.captions = new Captions($("captions"));
    this.meter = new Meter($("level"));
    this.log = new TurnLog($("turns"));
    this.line = new TurnLine(url);
    this.hands = new PushToTalk({
      hold: $("hold"),
      open: $("microphone"),
      send: (message) => this.line.send(message),
      trouble: problem,
    });
    this.wire();
    this.line.connect();
  }

  wire() {
    on(this.line, "message", (message) => this.hear(message));
    on(this.line, "open", () => this.hands.announce());
    on(this.line, "broken", () => this.state("reconnecting"));
    on(this.line, "over", (code) => this.over(code ? "The session is over." : "The connection broke. The session ends by itself."));
    on(this.stage, "picture", (shown) => this.pictured(shown));
    on(this.stage, "trouble", (why) => curtain(`No picture: ${why} The conversation works without it.`));
    on(this.stage, "silent", () => this.muted(true));
    on(this.stage, "vendor", (payload) => this.line.send({ type: "vendor.event", payload }));
    $("say").addEventListener("submit", (event) => this.say(event));
    $("interrupt").addEventListener("click", () => this.interrupt());
    $("mute").addEventListener("click", () => this.mute());
    document.addEventListener("keydown", (e) => e.key === "Escape" && !document.querySelector("dialog[open]") && this.interrupt());
  }

  hear(message) {
    switch (message.type) {
      case "session.hello":
        return this.hello(message);
      case "session.state":
        return this.state(message.state, message);
      case "media.next":
        return this.next(message);
      case "media.switch":
        return this.switched(message.leg);
      case "session.closing":
        return this.closing(message);
      case "session.ended":
        return this.over(ending(message.reason));
      case "turn.queued":
        return this.log.waiting(message.inputId, null, message.place > 1 ? `waits, place ${message.place}` : "waits");
      case "turn.skipped":
        return this.skipped(message);
      case "turn.started":
        heard("");
        return this.log.started(message.turn, message.inputs);
      case "turn.token":
        return this.log.token(message.turn, message.text);
      case "turn.sentence":
        return this.captions.sentence(message.text);
      case "turn.speaking":
        return this.log.speaking(message.turn);
      case "turn.ended":
        return this.ended(message);
      case "hearing":
        document.body.dataset.hearing = String(message.speech);
        return heard(message.speech ? "I hear you…" : "");
      case "heard":
        return heard(`You said: ${message.text}`);
      case "vendor.control":
        return this.stage.publish(message.payload).catch((e) => problem(`The avatar cannot be reached: ${e.message}`));
      case "problem":
        return this.trouble(message);
    }
  }

  hello(message) {
    problem("");
    if (message.disclosure) {
      $("disclosure").textContent = message.disclosure;
    }
    if (message.limits?.textChars) {
      $("text").maxLength = message.limits.textChars;
    }
    fact("mode", message.mode && `${message.mode.toUpperCase()} over ${message.media?.kind === "livekit" ? "LiveKit" : "WebRTC"}`);
    fact("policy", { interrupt: "New words interrupt", queue: "New words wait", merge: "New words are joined" }[message.policy]);
    this.state(message.state, message);
    // Who comes back finds the picture as it was, unless it has moved on meanwhile.
    if (message.media?.kind === "none") {
      curtain(message.state === "live" ? "The provider delivers no picture here. The conversation works without it." : (CURTAINS[message.state] ?? ""));
    } else if (message.media && message.leg !== this.leg) {
      this.leg = message.leg;
      this.media = message.media;
      this.stage.prepare(message.leg, message.media).then((ready) => ready && this.stage.show(message.leg));
    }
  }

  async next({ leg, media }) {
    // No place of its own: in a room of the house all legs are seen in the place that the hello named.
    const place = media?.kind === "none" && this.media ? this.media : media;
    this.media = place;
    if (leg !== this.leg && (await this.stage.prepare(leg, place))) {
      this.line.send({ type: "media.ready", leg });
    }
  }

  switched(leg) {
    this.leg = leg;
    this.stage.show(leg);
  }

  pictured({ leg, gapMs }) {
    const { dataset } = document.body;
    dataset.leg = leg;
    if (gapMs !== null) {
      dataset.lastGapMs = gapMs;
      dataset.switches = Number(dataset.switches ?? 0) + 1;
    }
    fact("leg", gapMs === null ? `${leg}` : `${leg}, moved in ${gapMs} ms`);
    this.meter.follow(this.stage.shown.source.stream);
    curtain("");
  }

  ended(message) {
    this.log.ended(message.turn, message);
    this.captions.quiet(message.interrupted);
    answeredIn(message.timeline);
  }

  state(name, { place, reason } = {}) {
    const shown = name === "rotating" ? "live" : name;
    const text = name === "waiting" && place ? `Waiting: place ${place}` : (STATUS[name] ?? name);
    if (CURTAINS[shown]) {
      curtain(name === "waiting" && place ? `${CURTAINS.waiting} You are number ${place}.` : CURTAINS[shown]);
    } else if (shown === "live" && this.stage.shown) {
      curtain("");
    }
    fact("state", reason ? `${name} (${reason})` : name);
    this.become(shown, text);
  }

  become(state, text) {
    document.body.dataset.state = state;
    $("status").textContent = text;
    const talking = TALKING.includes(state);
    for (const id of ["interrupt", "hold", "microphone"]) {
      $(id).disabled = state !== "live";
    }
    $("mute").disabled = !talking;
    $("say").hidden = !talking;
    if (!talking) {
      this.hands.close();
    }
    this.dispatchEvent(new CustomEvent("state", { detail: { state, text } }));
    this.dispatchEvent(new CustomEvent(state));
  }

  closing({ reason, at }) {
    const left = Math.max(0, Math.round((new Date(at) - Date.now()) / 1000));
    notice(`${ending(reason)} The conversation ends${left > 1 ? ` in about ${left} seconds` : ""}, after a last sentence.`);
  }

  skipped({ inputId, reason, author }) {
    // What this page says again after a break may have arrived before it.
    if (reason !== "turn.known") {
      this.log.skipped(inputId, reason, author);
    }
  }

  trouble({ message, code, inputId }) {
    if (inputId) {
      this.log.skipped(inputId, code);
    }
    problem(message);
  }

  say(event) {
    event.preventDefault();
    const text = $("text").value.trim();
    if (text) {
      problem("");
      this.log.waiting(this.line.say(text), text, "sent");
      $("text").value = "";
    }
  }

  interrupt() {
    if (!$("interrupt").disabled) {
      this.line.send({ type: "interrupt" });
    }
  }

  mute() {
    const muted = !this.stage.muted;
    this.muted(muted);
    this.stage.sound(!muted);
  }

  muted(is) {
    $("mute").setAttribute("aria-pressed", String(is));
    $("mute").textContent = is ? "Sound on" : "Mute";
    this.captions.readOut(is);
  }

  over(text) {
    this.line.close();
    this.meter.close();
    this.stage.close();
    this.captions.quiet(true);
    heard("");
    notice("");
    curtain(text);
    fact("state", "ended");
    this.become("ended", text);
  }
}

function on(target, name, action) {
  target.addEventListener(name, ({ detail }) => action(detail));
}
