/** What a person waits for, in its order: the name of each stage and the moment at which it is over. */
export const STAGES = [
  ["heard", "transcribedMs"],
  ["first word", "firstTokenMs"],
  ["first sentence", "firstSentenceMs"],
  ["voice", "firstAudioMs"],
  ["to the avatar", "sentMs"],
  ["on screen", "firstFrameMs"],
];
/** An answer is promised within this time. */
export const PROMISE_MS = 3000;
const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 400;

/** The stages that a turn went through: [{name, index, from, to}], ms from the end of the input. */
export function stagesOf(timeline) {
  let from = 0;
  return STAGES.flatMap(([name, key], index) => {
    const at = timeline?.[key];
    if (at == null) {
      return [];
    }
    const stage = { name, index, from: Math.min(from, at), to: at };
    from = Math.max(from, at);
    return [stage];
  });
}

/** One line of words for it. */
export function inWords(timeline) {
  const stages = stagesOf(timeline);
  return stages.map(({ name, from, to }) => `${name} ${seconds(to)} (+${to - from} ms)`).join(", ") || "not measured";
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

/**
 * A picture of where the time of a turn went.
 *
 * @param labelled with names and figures, one row a stage; otherwise a staircase without words
 */
export function waterfall(timeline, labelled = false) {
  const stages = stagesOf(timeline);
  const row = labelled ? 17 : 5;
  const left = labelled ? 92 : 0;
  const right = labelled ? 74 : 0;
  const height = Math.max(1, stages.length) * row + (labelled ? 16 : 0);
  const longest = Math.max(PROMISE_MS, ...stages.map((s) => s.to));
  const x = (ms) => left + (ms / longest) * (WIDTH - left - right);
  const svg = draw("svg", {
    viewBox: `0 0 ${WIDTH} ${height}`,
    class: labelled ? "waterfall labelled" : "waterfall",
    role: "img",
    "aria-label": `Where the time went: ${inWords(timeline)}`,
    preserveAspectRatio: labelled ? "xMidYMid meet" : "none",
  });
  for (let second = 1000; second <= longest; second += 1000) {
    const kind = second === PROMISE_MS ? "promise" : "second";
    svg.append(draw("line", { x1: x(second), x2: x(second), y1: 0, y2: stages.length * row, class: kind }));
    if (labelled) {
      svg.append(words(x(second), height - 3, `${second / 1000} s`, "middle"));
    }
  }
  stages.forEach(({ name, index, from, to }, i) => {
    svg.append(
      draw("rect", {
        x: x(from),
        y: i * row + (labelled ? 3 : 0),
        width: Math.max(1.5, x(to) - x(from)),
        height: labelled ? row - 6 : row,
        rx: labelled ? 2 : 0,
        class: `stage-${index}`,
      }),
    );
    if (labelled) {
      svg.append(words(0, i * row + 12, name, "start"), words(WIDTH, i * row + 12, `+${to - from} ms`, "end"));
    }
  });
  return svg;
}

function words(x, y, text, anchor) {
  const element = draw("text", { x, y, "text-anchor": anchor });
  element.textContent = text;
  return element;
}

function draw(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}
