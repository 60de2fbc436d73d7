import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const CONSOLE = join(import.meta.dirname, "../src/console");
const PAGE = join(import.meta.dirname, "../../src/main/resources/META-INF/resources/console");

test("nothing of the console turns a text into markup or into a script", () => {
  for (const file of readdirSync(CONSOLE, { recursive: true }).filter((name) => name.endsWith(".js"))) {
    const source = readFileSync(join(CONSOLE, file), "utf8");
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc/, file);
    for (const [, address] of source.matchAll(/(?:href|src)=\$\{([^}]*)\}/g)) {
      assert.match(address, /^(link\(|to\(|source$|picture$)/, `${file}: ${address} goes through link() or to()`);
    }
  }
});

test("the page has no script and no style of its own in it", () => {
  const page = readFileSync(join(PAGE, "index.html"), "utf8");
  assert.doesNotMatch(page, /<style|style=|\son\w+=|https?:/);
  assert.deepEqual(page.match(/<script[^>]*>/g), ['<script type="module" src="console.js">']);
});
