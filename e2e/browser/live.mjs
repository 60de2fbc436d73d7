// Drives the live page in a headless Chromium and prints what it saw as one JSON document.
//
//   node live.mjs --url <page> --key <API key> [--avatar <id>] [--mode lite|full] [--screenshot <file>]
//
// Exit code 0 only if all of it happened: the picture moves, mouth and voice follow the speech, typed questions are
// answered, an interrupt stops the mouth within 300 ms, nothing of the interrupted answer is shown as spoken.
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { Lips } from "./lips.mjs";
import { LivePage } from "./live-page.mjs";
import { prove } from "./proof.mjs";

const WAIT_MS = 20_000;
const INTERRUPT_MS = 300;
const { values: args } = parseArgs({
  options: {
    url: { type: "string" },
    key: { type: "string" },
    avatar: { type: "string" },
    mode: { type: "string" },
    screenshot: { type: "string" },
  },
});
const result = { framesSeen: 0, firstPictureMs: null, mouth: null, voice: null, silenced: null, sessionId: null, turns: [] };

await prove(result, async (expect) => {
  if (!args.url || !args.key) {
    throw new Error("needed: --url <page> --key <API key>");
  }
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
    await drive(page, new LivePage(page, result));
  } finally {
    await browser.close();
  }
  expect(result.framesSeen > 24, "the picture does not move");
  expect(result.mouth.speaking > 2 * result.mouth.silent, "the mouth does not follow the voice");
  expect(result.voice.speaking > 0.05 && result.voice.silent < 0.02, "the voice is not heard when it should be");
  expect(result.silenced.mouthMs <= INTERRUPT_MS, `the mouth moved on for ${result.silenced.mouthMs} ms after the interrupt`);
  expect(result.turns.length === 3, "there are not three turns");
  expect(result.turns.every((t) => t.answered), "a turn has no answer");
  expect(result.turns.map((t) => t.interrupted).join() === "false,true,false", "the second turn, only, is interrupted");
  expect(result.turns.every((t) => t.firstFrameMs != null), "a turn has no first frame");
});

async function drive(page, live) {
  const startedAt = Date.now();
  await live.start(args);
  const lips = new Lips(page);
  await lips.ready(WAIT_MS);
  result.firstPictureMs = Date.now() - startedAt;

  const silent = await lips.watch(1500);
  await live.say("Hello, who are you?");
  await live.turn(1, "speaking");
  const speaking = await lips.watch(2000);
  await live.turn(1, "done");

  await live.say("Please tell me everything that you know about the sea, the wind and the old harbour.");
  await live.turn(2, "speaking");
  await lips.open(2000);
  if (args.screenshot) {
    await page.screenshot({ path: args.screenshot });
    await lips.open(2000);
  }
  result.silenced = await lips.silencedBy("#interrupt", 1500);
  await live.turn(2, "interrupted");

  await live.say("Thank you. And what time is it?");
  await live.turn(3, "done");

  result.mouth = { silent: silent.movement, speaking: speaking.movement };
  result.voice = { silent: silent.level, speaking: speaking.level };
  result.framesSeen = await lips.frames();
  result.turns = await live.turns();
  result.ended = await live.end();
}
