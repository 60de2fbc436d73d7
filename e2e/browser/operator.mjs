// The operator's view: a session appears, its turns are shown, it is paused, resumed and ended.
//
//   node operator.mjs --url <live pages> --key <API key> [--screenshot <file>]
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { LivePage } from "./live-page.mjs";
import { prove } from "./proof.mjs";

const WAIT_MS = 30_000;
const { values: args } = parseArgs({
  options: { url: { type: "string" }, key: { type: "string" }, screenshot: { type: "string" } },
});
const result = { sessionId: null, row: null, waterfalls: 0, told: null };

await prove(result, async (expect) => {
  if (!args.url || !args.key) {
    throw new Error("needed: --url <live pages> --key <API key>");
  }
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const viewer = await context.newPage();
    const live = new LivePage(viewer, result);
    await live.start(args);
    await live.say("Hello, who are you?");
    await live.turn(1, "done");
    await watch(await context.newPage(), live);
  } finally {
    await browser.close();
  }
  expect(result.row.State === "live", `the state was ${result.row.State}`);
  expect(/USD/.test(result.row["Cost so far"]), "no cost");
  expect(/\d+ (s|min)/.test(result.row["Lease left"]), "no lease");
  expect(Number(result.row.Viewers) === 1, "not one viewer");
  expect(result.waterfalls > 0, "no turn is drawn");
});

async function watch(page, live) {
  await page.goto(new URL("sessions.html", args.url).href);
  await page.fill("#key", args.key);
  await page.click("#opening button");
  const row = page.locator(`tr:has(.name[title="${live.sessionId}"])`);
  await row.waitFor({ timeout: WAIT_MS });
  result.row = await row.evaluate((tr) => Object.fromEntries([...tr.querySelectorAll("td[data-label]")].map((cell) => [cell.dataset.label, cell.textContent])));
  await row.locator(".name").click();
  const drawn = row.locator("xpath=following-sibling::tr[1]").locator("svg.waterfall");
  await drawn.first().waitFor({ timeout: WAIT_MS });
  result.waterfalls = await drawn.count();
  if (args.screenshot) {
    await page.screenshot({ path: args.screenshot });
  }
  await row.getByRole("button", { name: /^Pause/ }).click();
  await live.state("paused", WAIT_MS);
  await row.getByRole("button", { name: /^Resume/ }).click({ timeout: WAIT_MS });
  await live.state("live", WAIT_MS);
  await row.getByRole("button", { name: /^End/ }).click();
  await page.click('#sure button[value="end"]');
  await live.state("ended", WAIT_MS);
  await page.locator("#told", { hasText: "ended" }).waitFor({ state: "attached", timeout: WAIT_MS });
  result.told = await page.textContent("#told");
}
