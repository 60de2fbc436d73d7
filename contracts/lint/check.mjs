// Checks the contracts: node check.mjs [FOLDER]    FOLDER is contracts, by default the one that this file is in.
// Needs nothing but Node.js with npm: what it uses is installed first, as package-lock.json says.
import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const contracts = resolve(process.argv[2] ?? join(here, '..'));

if (!isInstalled()) {
  console.log('Installing the contracts\' linters with npm (about 80 MB, once) ...');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {cwd: here, encoding: 'utf8'});
  if (npm.status !== 0) {
    console.error(`npm ci failed in ${here}. The linters need Node.js 20.19 or newer with npm:\n`
      + (npm.error?.message ?? npm.stdout + npm.stderr));
    process.exit(1);
  }
}

const checks = ['schemas', 'asyncapi', 'openapi'];
const found = (await Promise.all(checks.map(async name => (await import(`./${name}.mjs`)).check(contracts)))).flat();
found.forEach(finding => console.error(`contracts: ${finding}`));
console.log(found.length === 0 ? 'contracts: asyncapi.yaml, openapi.yaml, schemas and samples agree'
  : `contracts: ${found.length} findings`);
process.exit(found.length === 0 ? 0 : 1);

function isInstalled() {
  try {
    return statSync(join(here, 'node_modules/.package-lock.json')).mtimeMs
      >= statSync(join(here, 'package-lock.json')).mtimeMs;
  } catch {
    return false;
  }
}
