// Drives the live page in a headless Chromium and prints what it saw as one JSON document.
//
//   node live.mjs --url <page> --key <API key> [--avatar <id>] [--screenshot <file>]
//
// Exit code 0 only if all of it happened. CHROMIUM names the browser, /usr/bin/chromium otherwise.
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { Lips } from "./lips.mjs";

const WAIT_MS = 20_000;
const { values: args } = parseArgs({
  options: {
    url: { type: "string" },
    key: { type: "string" },
    avatar: { type: "string" },
    screenshot: { type: "string" },
  },
});

const result = { ok: false, framesSeen: 0, firstPictureMs: null, mouth: null, sessionId: null, turns: [], problems: [] };

async function main() {
  if (!args.url || !args.key) {
    throw new Error("needed: --url <page> --key <API key>");
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Media over loopback: without these the browser offers no address that the other side could reach.
      "--allow-loopback-in-peer-connection",
      "--disable-features=WebRtcHideLocalIpsWithMdns",
      "--autoplay-policy=no-user-gesture-required",
    ],
  });
  try {
    await drive(await browser.newPage({ viewport: { width: 1280, height: 760 } }));
  } finally {
    await browser.close();
  }
}

async function drive(page) {
  page.on("pageerror", (e) => result.problems.push(`page error: ${e.message}`));
  page.on("response", async (r) => {
    if (r.request().method() === "POST" && r.url().endsWith("/v1/sessions") && r.status() === 201) {
      result.sessionId = (await r.json()).sessionId;
    }
  });
  await page.goto(args.url);
  await page.fill("#key", args.key);
  if (args.avatar) {
    await page.fill("#avatar", args.avatar);
  }
  const startedAt = Date.now();
  await page.click("#start button[type=submit]");
  await state(page, "live");
  const lips = new Lips(page);
  await lips.ready(WAIT_MS);
  result.firstPictureMs = Date.now() - startedAt;

  const silent = await lips.movement(1500);
  await say(page, "Hello, who are you?");
  await turnState(page, 1, "speaking");
  const speaking = await lips.movement(2000);
  await turnState(page, 1, "done");

  await say(page, "Please tell me everything that you know about the sea, the wind and the old harbour.");
  await turnState(page, 2, "speaking");
  if (args.screenshot) {
    await lips.open(2000);
    await page.screenshot({ path: args.screenshot });
  }
  await page.click("#interrupt");
  await turnState(page, 2, "interrupted");

  await say(page, "Thank you. And what time is it?");
  await turnState(page, 3, "done");

  result.mouth = { silent, speaking };
  result.framesSeen = await lips.frames();
  result.turns = await page.$$eval(".turn", (items) =>
    items.map((item) => ({
      turn: Number(item.dataset.turn),
      interrupted: item.dataset.state === "interrupted",
      firstFrameMs: item.dataset.firstFrameMs ? Number(item.dataset.firstFrameMs) : null,
      answered: item.querySelector(".answered").textContent.length > 0,
    })),
  );
  await page.click("#end");
  await state(page, "ended");
  result.ended = await page.textContent("#status");
  judge();
}

function judge() {
  const expect = (holds, what) => holds || result.problems.push(what);
  expect(result.framesSeen > 24, "the picture does not move");
  expect(result.mouth.speaking > 2 * result.mouth.silent, "the mouth does not follow the voice");
  expect(result.turns.length === 3, "there are not three turns");
  expect(result.turns.every((t) => t.answered), "a turn has no answer");
  expect(result.turns.map((t) => t.interrupted).join() === "false,true,false", "the second turn, only, is interrupted");
  expect(result.turns.every((t) => t.firstFrameMs != null), "a turn has no first frame");
  result.ok = result.problems.length === 0;
}

async function say(page, text) {
  await page.fill("#text", text);
  await page.press("#text", "Enter");
}

const state = (page, name) => page.waitForSelector(`body[data-state="${name}"]`, { timeout: WAIT_MS });

const turnState = (page, turn, name) =>
  page.waitForSelector(`[data-turn="${turn}"][data-state="${name}"]`, { timeout: WAIT_MS });

try {
  await main();
} catch (e) {
  result.problems.push(e.message.split("\n")[0]);
}
console.log(JSON.stringify(result));
process.exitCode = result.ok ? 0 : 1;
