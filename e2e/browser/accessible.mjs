// Holds the live pages against WCAG 2.2 AA (axe-core), in light and dark, on a desk and on a phone, and looks whether
// anything is wider than the screen.
//
//   node accessible.mjs --url <live pages> --key <API key> [--shots <folder>]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { LivePage } from "./live-page.mjs";
import { prove } from "./proof.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SCREENS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const { values: args } = parseArgs({
  options: { url: { type: "string" }, key: { type: "string" }, shots: { type: "string" } },
});
const result = { looked: 0, sessionId: null };

await prove(result, async (expect) => {
  if (!args.url || !args.key) {
    throw new Error("needed: --url <live pages> --key <API key>");
  }
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const viewer = await context.newPage();
    await viewer.goto(args.url);
    await look(viewer, "start", expect);
    const live = new LivePage(viewer, result);
    await live.start(args);
    await viewer.waitForSelector("body[data-leg]");
    await live.say("Please tell me everything about the sea.");
    await live.turn(1, "speaking");
    await viewer.click("#interrupt");
    await live.turn(1, "interrupted");
    await live.say("Hello, who are you?");
    await live.turn(2, "done");
    await look(viewer, "talk", expect);
    const operator = await context.newPage();
    await operator.goto(new URL("sessions.html", args.url).href);
    await look(operator, "key", expect);
    await operator.fill("#key", args.key);
    await operator.click("#opening button");
    await operator.click(`.name[title="${live.sessionId}"]`);
    await operator.waitForSelector("svg.waterfall");
    await look(operator, "sessions", expect);
    await viewer.setViewportSize(SCREENS.desk);
    await live.end();
    await look(viewer, "ended", expect);
  } finally {
    await browser.close();
  }
});

async function look(page, name, expect) {
  for (const [screen, size] of Object.entries(SCREENS)) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const where = `${name}-${screen}-${colorScheme}`;
      if (args.shots) {
        await page.screenshot({ path: join(args.shots, `${where}.png`) });
      }
      await page.evaluate(AXE);
      const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), RULES);
      for (const { id, nodes } of found.violations) {
        expect(false, `${where}: ${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 4).join(", ")}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide <= 0, `${where}: ${wide} px wider than the screen`);
      result.looked++;
    }
  }
}
