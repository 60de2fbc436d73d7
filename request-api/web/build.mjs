// Bundles the pages' scripts: node build.mjs OUT_FOLDER, which holds the live pages; the console's stands beside it.
// Needs nothing but Node.js with npm: what it uses is installed first, as package-lock.json says. Does nothing if nothing has changed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "../target/classes/META-INF/resources/live"));
const consoleOut = resolve(out, "../console");
const traceOut = resolve(out, "../trace");

if (![out, consoleOut, traceOut].every((folder) => newerThanSources(join(folder, "licenses.txt")))) {
  install();
  const { build } = await import("esbuild");
  await livePages(build);
  await consolePage(build);
  await tracePage(build);
}

function newerThanSources(file) {
  const age = changed(file);
  const sources = readdirSync(join(here, "src"), { recursive: true }).map((name) => join(here, "src", name));
  return [...sources, join(here, "package-lock.json"), join(here, "build.mjs")].every((source) => changed(source) <= age);
}

function install() {
  if (changed(join(here, "node_modules/.package-lock.json")) >= changed(join(here, "package-lock.json"))) {
    return;
  }
  console.log("Installing what the pages are bundled from with npm (about 50 MB, once) ...");
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, encoding: "utf8" });
  if (npm.status !== 0) {
    console.error(`npm ci failed in ${here}. The pages need Node.js 20 or newer with npm:`);
    console.error(npm.error?.message ?? npm.stdout + npm.stderr);
    process.exit(1);
  }
}

function src(name) {
  return join(here, "src", name);
}

function options(outdir) {
  return { bundle: true, minify: true, target: "es2022", outdir, metafile: true, logLevel: "warning" };
}

async function livePages(build) {
  const common = options(out);
  clear(out);
  const { metafile } = await build({
    ...common,
    // The LiveKit client is a part of its own: a page that plays WHEP does not load it.
    entryPoints: { live: src("live.js"), sessions: src("sessions.js"), "embed-page": src("embed-page.js") },
    format: "esm",
    splitting: true,
    chunkNames: "part-[name]-[hash]",
  });
  await build({
    ...common,
    entryPoints: { embed: src("embed.js"), "microphone-worklet": src("talk/microphone-worklet.js") },
    format: "iife",
  });
  writeFileSync(join(out, "licenses.txt"), licenses(Object.keys(metafile.inputs)));
}

async function tracePage(build) {
  clear(traceOut);
  const { metafile } = await build({ ...options(traceOut), entryPoints: { page: src("trace/page.js") }, format: "esm" });
  writeFileSync(join(traceOut, "licenses.txt"), licenses(Object.keys(metafile.inputs)));
}

async function consolePage(build) {
  clear(consoleOut);
  const { metafile } = await build({ ...options(consoleOut), entryPoints: { console: src("console.js") }, format: "esm" });
  writeFileSync(join(consoleOut, "licenses.txt"), licenses(Object.keys(metafile.inputs)));
}

/** Takes away the scripts of an earlier build. */
function clear(folder) {
  for (const old of existsSync(folder) ? readdirSync(folder) : []) {
    if (old.endsWith(".js")) {
      rmSync(join(folder, old));
    }
  }
}

/** The licences of the packages of which something is in the bundle. */
function licenses(inputs) {
  const packages = new Set(inputs.map((input) => /node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(input)?.[1]).filter(Boolean));
  return [...packages].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), "utf8") : "";
    return `${name} ${about.version} (${about.license})\n\n${text}`;
  }).join(`\n${"-".repeat(80)}\n\n`);
}

/** When a file was changed, in ms; before everything if it is not there. */
function changed(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}
