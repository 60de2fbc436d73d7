import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SCREENS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/**
 * Holds what a page shows now against WCAG 2.2 AA, in light and dark, on a desk and on a phone, and looks whether anything is
 * wider than the screen.
 *
 * @param shots a folder for screenshots, if they are wanted
 * @return how often it has looked
 */
export async function look(page, name, expect, shots) {
  let looked = 0;
  for (const [screen, size] of Object.entries(SCREENS)) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const where = `${name}-${screen}-${colorScheme}`;
      if (shots) {
        await page.screenshot({ path: join(shots, `${where}.png`) });
      }
      await page.evaluate(AXE);
      const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), RULES);
      for (const { id, nodes } of found.violations) {
        expect(false, `${where}: ${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 4).join(", ")}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide <= 0, `${where}: ${wide} px wider than the screen`);
      looked++;
    }
  }
  await page.setViewportSize(SCREENS.desk);
  return looked;
}
