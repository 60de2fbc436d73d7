// Asks the avatar by voice: a WAV file takes the microphone's place.
//
//   node spoken.mjs --url <page> --key <API key> --question <file.wav | address> --expect <words> [--hold] [--screenshot <file>]
//
// With --hold the talk button is held (space bar), otherwise the microphone is opened and silence ends the question.
// The file should hold silence before and after the words, and at least 20 s in all: the browser plays it in a loop.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { Lips } from "./lips.mjs";
import { LivePage } from "./live-page.mjs";
import { prove } from "./proof.mjs";

const WAIT_MS = 20_000;
const HOLD_MS = 5000;
const { values: args } = parseArgs({
  options: {
    url: { type: "string" },
    key: { type: "string" },
    question: { type: "string" },
    expect: { type: "string" },
    hold: { type: "boolean", default: false },
    screenshot: { type: "string" },
  },
});
const result = { sessionId: null, heard: null, asked: null, answer: null, timeline: null, mouth: null };
const folder = mkdtempSync(join(tmpdir(), "callsheet-question-"));

await prove(result, async (expect) => {
  if (!args.url || !args.key || !args.question || !args.expect) {
    throw new Error("needed: --url <page> --key <API key> --question <file or address> --expect <words>");
  }
  const browser = await launch(`${await question()}%noloop`);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
    page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => hear(payload)));
    await drive(page, new LivePage(page, result));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const plain = (text) => (text ?? "").toLowerCase().replace(/[^a-z0-9 ]/g, "");
  expect(plain(result.asked).includes(plain(args.expect)), `asked was "${result.asked}"`);
  expect(result.answer?.length > 0, "there is no answer");
  expect(result.timeline?.transcribedMs != null, "the transcription has no time");
  expect(result.timeline?.firstFrameMs != null, "the answer has no first frame");
  expect(result.mouth > 0.3, "the mouth does not move");
});

async function question() {
  if (!/^https?:/.test(args.question)) {
    return resolve(args.question);
  }
  const answer = await fetch(args.question);
  if (!answer.ok) {
    throw new Error(`${args.question} answers ${answer.status}`);
  }
  const file = join(folder, "question.wav");
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return file;
}

function hear(payload) {
  const message = typeof payload === "string" && payload.startsWith("{") ? JSON.parse(payload) : {};
  if (message.type === "heard") {
    result.heard = message.text;
  }
  if (message.type === "turn.ended") {
    result.timeline = message.timeline;
  }
}

async function drive(page, live) {
  await live.start(args);
  const lips = new Lips(page);
  await lips.ready(WAIT_MS);
  if (args.hold) {
    await page.locator("#text").evaluate((field) => field.blur());
    await page.keyboard.down(" ");
    await page.waitForTimeout(HOLD_MS);
    await page.keyboard.up(" ");
  } else {
    await page.click("#microphone");
  }
  await live.turn(1, "speaking");
  result.mouth = (await lips.watch(1500)).movement;
  if (args.screenshot) {
    await page.screenshot({ path: args.screenshot });
  }
  await live.turn(1, "done");
  result.asked = await page.textContent('[data-turn="1"] .asked');
  result.answer = await page.textContent('[data-turn="1"] .answered');
  await live.end();
}
