/** Words for what the services say by name. What is not known here is still shown, made readable. */

export const ROUTES = {
  i2v: { name: "Image to video", about: "A picture set in motion; composition, colours and subject stay." },
  r2v: { name: "Reference to video", about: "A character that stays the same person, measured and taken again if it does not." },
  avatar: { name: "Live avatar", about: "A virtual human that answers within seconds and streams until it is stopped." },
};

/** state -> how it looks: good, busy, wait (somebody must act), bad, still. */
const TONES = {
  completed: "good", finished: "good", READY: "good", PASS: "good", approved: "good", live: "good", delivered: "good",
  accepted: "busy", routed: "busy", "fanned-out": "busy", queued: "busy", submitting: "busy", rendering: "busy", rendered: "busy", fetching: "busy",
  ENROLLING: "busy", waiting: "busy", opening: "busy", rotating: "busy", requested: "busy",
  held: "wait", unsure: "wait", wedged: "wait", REVIEW: "wait", partly: "wait", offered: "wait", paused: "wait", warning: "wait",
  rejected: "bad", refused: "bad", failed: "bad", FAIL: "bad", REFUSED: "bad", critical: "bad",
};

export function tone(word) {
  return TONES[word] ?? "still";
}

const STATES = {
  held: "waits for you",
  "fanned-out": "several under way",
  unsure: "looking for it at the provider",
  wedged: "overdue, still watched",
  offered: "session ready to start",
  NOT_MEASURABLE: "not measurable",
};

export function stateWord(state) {
  return STATES[state] ?? plain(state);
}

const REASONS = {
  FRAME_INPUT: "It brings a picture to start from.",
  REFERENCE_INPUT: "It brings references of a character.",
  IDENTITY_ACROSS_CLIPS: "A character has to stay itself.",
  SELF_CONTAINED_FILE: "The result is a file.",
  BATCH_TOLERANT: "Nothing says that it must be there within seconds.",
  LIVE_LATENCY: "Answers are wanted within seconds.",
  CONTINUOUS_OUTPUT: "The result is a stream without an end.",
  UNBOUND_REFERENCE: "The prompt does not name the reference, so the model is free to draw someone else.",
};

/** A reason code as a sentence. */
export function reason(code) {
  return REASONS[code] ?? `${sentence(code)}.`;
}

export const AXES = {
  latency: "How soon",
  input: "What it starts from",
  continuity: "One clip or more",
};

const ORIGINS = { stated: "you said so", derived: "it follows", default: "nothing said, so assumed" };

export function origin(word) {
  return ORIGINS[word] ?? plain(word);
}

const EVENTS = {
  "video.requested": "Asked for",
  "request.routed": "Decided",
  "request.rejected": "Refused",
  "request.split": "Became several requests",
  "request.held": "Waits for a person",
  "request.completed": "Completed",
  "request.failed": "Failed",
  "request.cancelled": "Cancelled",
  "request.conflicted": "Came again with another body",
  "take.queued": "In the queue",
  "take.requeued": "Back in the queue",
  "take.forecast": "New forecast",
  "take.rendering": "The provider renders",
  "take.unsure": "No answer to the submit; looked for, not sent again",
  "take.wedged": "Overdue; still watched",
  "take.finished": "Clip stored",
  "take.failed": "Take failed",
  "take.cancelled": "Take cancelled",
  "take.unstoppable": "Cannot be stopped any more",
  "clip.scored": "Measured",
  "clip.ruled": "A person's word",
};

/** What a history entry is about, from its type. */
export function event(type) {
  const name = type.replace(/^dev\.callsheet\./, "").replace(/\.v\d+$/, "");
  return EVENTS[name] ?? sentence(name);
}

/** "UNKNOWN_FIELD" and "not.in.this.town" as words. */
export function plain(code) {
  return String(code ?? "").replace(/[_.-]+/g, " ").toLowerCase();
}

export function sentence(code) {
  const words = plain(code);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A JSON Pointer as people point: "/media/0/role" is "media 1, role". */
export function pointer(field) {
  if (!field) {
    return "the request as a whole";
  }
  return field.split("/").slice(1).reduce((words, name) => (/^\d+$/.test(name) ? `${words} ${Number(name) + 1}` : words ? `${words}, ${name}` : name), "");
}
