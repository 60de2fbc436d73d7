// Puts a conversation into a partner's page of another origin, with a viewer's pass and no API key.
//
//   node embed.mjs --url <live pages> --sessions <session service> --key <API key> [--page ../../examples/partner-page.html] [--screenshot <file>]
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { Lips } from "./lips.mjs";
import { prove } from "./proof.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const WAIT_MS = 20_000;
const { values: args } = parseArgs({
  options: {
    url: { type: "string" },
    sessions: { type: "string" },
    key: { type: "string" },
    avatar: { type: "string", default: "dd73ea75-1218-4ef3-92ce-606d5f7fbc0a" },
    page: { type: "string", default: join(here, "../../examples/partner-page.html") },
    screenshot: { type: "string" },
  },
});
const result = { sessionId: null, answer: null, disclosure: null, frames: 0, isolated: null, told: null, resized: null };

await prove(result, async (expect) => {
  if (!args.url || !args.sessions || !args.key) {
    throw new Error("needed: --url <live pages> --sessions <session service> --key <API key>");
  }
  const site = await partner();
  const browser = await launch();
  try {
    result.sessionId = (await call("POST", "/v1/sessions", { avatarId: args.avatar })).sessionId;
    const { turns } = await call("POST", `/v1/sessions/${result.sessionId}/viewers`, { ttlSeconds: 300 });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on("pageerror", (e) => result.problems.push(`page error: ${e.message}`));
    await visit(page, `http://localhost:${site.address().port}/?turns=${encodeURIComponent(turns)}`);
  } finally {
    await browser.close();
    site.close();
    await call("DELETE", `/v1/sessions/${result.sessionId}`).catch(() => {});
  }
  expect(result.answer?.length > 0, "the question was not answered");
  expect(/AI/.test(result.disclosure), "nothing says that the person is an AI");
  expect(result.frames > 10, "the picture does not move");
  expect(result.isolated, "the partner's page can look into the frame");
  expect(/Live/.test(result.told), "the partner's page is not told the state");
  expect(result.resized, "the frame does not follow its size");
});

async function visit(page, address) {
  await page.goto(address);
  const frame = page.frameLocator("iframe");
  await frame.locator('body[data-state="live"][data-leg]').waitFor({ timeout: WAIT_MS });
  const inner = page.frames().find((one) => one.url().includes("embed.html"));
  const lips = new Lips(inner);
  await lips.ready(WAIT_MS);
  await frame.locator("#text").fill("Is there a play tonight?");
  await frame.locator("#text").press("Enter");
  await frame.locator('[data-turn="1"][data-state="speaking"]').waitFor({ timeout: WAIT_MS });
  await lips.watch(1500);
  if (args.screenshot) {
    await page.screenshot({ path: args.screenshot });
  }
  await frame.locator('[data-turn="1"][data-state="done"]').waitFor({ timeout: WAIT_MS });
  result.answer = await frame.locator('[data-turn="1"] .answered').textContent();
  result.disclosure = await frame.locator("#disclosure").textContent();
  result.frames = await lips.frames();
  result.isolated = await page.evaluate(() => document.querySelector("iframe").contentDocument === null);
  result.told = await page.textContent("#said");
  result.resized = await page.evaluate(async () => {
    const box = document.querySelector("iframe").parentElement;
    box.style.width = "300px";
    await new Promise((done) => setTimeout(done, 200));
    return document.querySelector("iframe").clientWidth === 300;
  });
}

/** The partner's site: the example, with the addresses of this house. */
async function partner() {
  const html = readFileSync(args.page, "utf8").replaceAll("http://127.0.0.1:18080/live/", new URL(".", args.url).href);
  const server = createServer((request, response) => response.setHeader("Content-Type", "text/html").end(html));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

async function call(method, path, body) {
  const answer = await fetch(args.sessions.replace(/\/$/, "") + path, {
    method,
    headers: { "X-API-Key": args.key, "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.status === 204 ? {} : answer.json();
}
