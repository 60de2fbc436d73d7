import { inWords, seconds, waterfall } from "../picture/waterfall.js";

const $ = (id) => document.getElementById(id);

/** Says what went wrong, or takes it back. */
export function problem(text) {
  line("problem", text);
}

/** Says what is about to happen. */
export function notice(text) {
  line("notice", text);
}

/** What is understood of the user's voice. */
export function heard(text) {
  line("heard", text);
}

/** Words in the place of the picture; none lifts the curtain. */
export function curtain(text) {
  line("curtain", text);
}

/** One of the figures beneath the picture, where the page has them. */
export function fact(name, text) {
  const place = $(`fact-${name}`);
  if (place && text) {
    place.textContent = text;
  }
}

/** Where the time of the last answer went. */
export function answeredIn(timeline) {
  if (timeline?.firstFrameMs == null) {
    return;
  }
  document.body.dataset.firstFrameMs = timeline.firstFrameMs;
  fact("latency", seconds(timeline.firstFrameMs));
  $("last-turn")?.replaceChildren(waterfall(timeline, true));
  $("last-turn")?.setAttribute("title", inWords(timeline));
  $("last")?.removeAttribute("hidden");
}

function line(id, text) {
  $(id).textContent = text;
  $(id).hidden = !text;
}
