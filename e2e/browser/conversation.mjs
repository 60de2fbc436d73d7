// A conversation under the provider's cap: the avatar is asked on and on while its sessions are replaced beneath it.
//
//   node conversation.mjs --url <page> --key <API key> [--minutes 5] [--mode lite] [--no-sandbox] [--screenshot <file>]
//
// Exit code 0 only if the picture moved to another leg at least once a cap (60 s in the sandbox), each time with less
// than 300 ms between two frames and never black, and every sentence of every answer was spoken and heard.
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { Lips } from "./lips.mjs";
import { LivePage } from "./live-page.mjs";
import { prove } from "./proof.mjs";

const CAP_S = 60;
const GAP_MS = 300;
const TURN_MS = 60_000;
const QUESTIONS = [
  "Please tell me everything about the sea and the old harbour.",
  "What is on stage tonight?",
  "And what happened here a hundred years ago? Tell me all of it.",
  "Who are you?",
];
const { values: args } = parseArgs({
  options: {
    url: { type: "string" },
    key: { type: "string" },
    minutes: { type: "string", default: "5" },
    mode: { type: "string" },
    "no-sandbox": { type: "boolean", default: false },
    screenshot: { type: "string" },
  },
});
const minutes = Number(args.minutes);
const result = { minutes, sessionId: null, legs: 1, gapsMs: [], longestStillMs: null, darkest: null, turns: 0, sentences: 0, repeated: 0, unheard: [], incomplete: [], firstFrameMs: null };
const told = [];

await prove(result, async (expect) => {
  if (!args.url || !args.key) {
    throw new Error("needed: --url <page> --key <API key>");
  }
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
    page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => hear(payload)));
    await talk(page, new LivePage(page, result));
  } finally {
    await browser.close();
  }
  expect(args["no-sandbox"] || result.gapsMs.length >= Math.floor((minutes * 60) / CAP_S) - 1, `the picture moved ${result.gapsMs.length} times only`);
  expect(result.gapsMs.every((gap) => gap < GAP_MS), `a gap of ${Math.max(...result.gapsMs)} ms`);
  expect(result.darkest > 20, "the picture was black");
  expect(result.unheard.length === 0, `${result.unheard.length} sentences were not heard`);
  expect(result.incomplete.length === 0, `turns ${result.incomplete.join()} were not spoken to their end`);
  expect(result.turns > 0, "there was no turn");
});

function hear(payload) {
  if (typeof payload === "string" && payload.startsWith("{")) {
    told.push({ ...JSON.parse(payload), heardAt: Date.now() });
  }
}

async function talk(page, live) {
  await live.start({ ...args, sandbox: !args["no-sandbox"] });
  const lips = new Lips(page);
  await lips.ready(20_000);
  const offset = Date.now() - (await page.evaluate(() => performance.now()));
  const until = Date.now() + minutes * 60_000;
  let switches = 0;
  while (Date.now() < until) {
    const turn = ++result.turns;
    await live.say(QUESTIONS[turn % QUESTIONS.length]);
    await page.waitForSelector(`[data-turn="${turn}"]:is([data-state="done"], [data-state="interrupted"])`, { timeout: TURN_MS });
    const seen = await page.evaluate(() => ({ switches: Number(document.body.dataset.switches ?? 0), gap: Number(document.body.dataset.lastGapMs), leg: Number(document.body.dataset.leg) }));
    if (seen.switches > switches) {
      switches = seen.switches;
      result.gapsMs.push(seen.gap);
      result.legs = seen.leg;
    }
  }
  if (args.screenshot) {
    await page.screenshot({ path: args.screenshot });
  }
  weigh(await page.evaluate(() => ({ moves: window.lips.moves.map(({ at, light }) => ({ at, light })), levels: window.lips.levels })), offset);
  await live.end();
}

/** Holds what was told against what was seen and heard. */
function weigh({ moves, levels }, offset) {
  result.longestStillMs = Math.round(moves.slice(1).reduce((most, move, i) => Math.max(most, move.at - moves[i].at), 0));
  result.darkest = Math.round(Math.min(...moves.map((move) => move.light)));
  const ended = told.filter((message) => message.type === "turn.ended");
  result.firstFrameMs = ended.map((message) => message.timeline.firstFrameMs).sort((a, b) => a - b)[Math.floor(ended.length / 2)];
  for (const end of ended) {
    const written = told.filter((m) => m.type === "turn.token" && m.turn === end.turn).map((m) => m.text).join("");
    if (end.interrupted || squeezed(end.spoken) !== squeezed(written)) {
      result.incomplete.push(end.turn);
    }
    const sentences = told.filter((m) => m.type === "turn.sentence" && m.turn === end.turn);
    const indexes = new Set(sentences.map((m) => m.index));
    result.sentences += indexes.size;
    result.repeated += sentences.length - indexes.size;
    for (const index of indexes) {
      // The last time that it was said counts: what a leg did not finish the next one says again.
      const at = sentences.findLast((m) => m.index === index).heardAt - offset;
      const next = sentences.find((m) => m.index === index + 1)?.heardAt ?? end.heardAt;
      if (!levels.some((one) => one.at > at && one.at < Math.max(next - offset, at + 1500) && one.level > 0.05)) {
        result.unheard.push(`${end.turn}.${index}`);
      }
    }
  }
}

function squeezed(text) {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
