// Holds the live pages against WCAG 2.2 AA (axe-core), in light and dark, on a desk and on a phone, and looks whether
// anything is wider than the screen.
//
//   node accessible.mjs --url <live pages> --key <API key> [--shots <folder>]
import { parseArgs } from "node:util";
import { look as audit } from "./axe.mjs";
import { launch } from "./browser.mjs";
import { LivePage } from "./live-page.mjs";
import { prove } from "./proof.mjs";

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
    await live.end();
    await look(viewer, "ended", expect);
  } finally {
    await browser.close();
  }
});

async function look(page, name, expect) {
  result.looked += await audit(page, name, expect, args.shots);
}
