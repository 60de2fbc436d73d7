// Holds manifests against their schemas: node check.mjs FILE...    Each FILE is what kubectl kustomize renders.
// Kubernetes' own kinds and those of Strimzi, KEDA and the Prometheus operator; a kind without a schema is a finding.
// Needs nothing but Node.js with npm: what it uses is installed first, as package-lock.json says.
import {spawnSync} from 'node:child_process';
import {readFileSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = [
  [/^kafka\.strimzi\.io\//, '@kubernetes-models/strimzi-kafka-operator'],
  [/^keda\.sh\//, '@kubernetes-models/keda'],
  [/^monitoring\.coreos\.com\//, '@kubernetes-models/prometheus-operator'],
  [/./, 'kubernetes-models'],
];

// A broker's or topic's settings, a trigger's, a JVM's, quantities.
const free = ['config', 'metadata', 'matchLabels', 'labels', 'annotations', 'requests', 'limits', 'jvmOptions'];

if (!isInstalled()) {
  console.log('Installing the schemas with npm (about 35 MB, once) ...');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {cwd: here, encoding: 'utf8'});
  if (npm.status !== 0) {
    console.error(`npm ci failed in ${here}. The schemas need Node.js 20.19 or newer with npm:\n`
      + (npm.error?.message ?? npm.stdout + npm.stderr));
    process.exit(1);
  }
}
const {loadAll} = (await import('js-yaml')).default;

let checked = 0;
const findings = [];
for (const file of process.argv.slice(2)) {
  for (const manifest of loadAll(readFileSync(file, 'utf8'))) {
    checked++;
    for (const finding of await check(manifest)) {
      findings.push(`${file}: ${manifest.kind} ${manifest.metadata?.name}: ${finding}`);
    }
  }
}
findings.forEach(finding => console.error(finding));
console.log(`${checked} manifests, ${findings.length} findings`);
process.exit(checked > 0 && findings.length === 0 ? 0 : 1);

async function check(manifest) {
  const owner = packages.find(([group]) => group.test(manifest.apiVersion))[1];
  const module = `${owner}/${manifest.apiVersion}/${manifest.kind}`;
  let model;
  try {
    model = (await import(module))[manifest.kind];
  } catch (e) {
    return [`no schema for ${manifest.apiVersion} ${manifest.kind} in ${owner}: ${e.code}`];
  }
  const found = [];
  if (manifest.kind === 'Secret') {
    // Kustomize folds long lines, which a cluster takes and the schema does not.
    Object.keys(manifest.data ?? {}).forEach(key => manifest.data[key] = manifest.data[key].replace(/\s/g, ''));
  }
  try {
    new model(manifest).validate();
  } catch (e) {
    found.push(e.message);
  }
  // Custom resources' schemas let unknown fields pass; a cluster cuts them off. Kubernetes' own are held by StrictFieldsTest.
  if (owner !== 'kubernetes-models') {
    const known = fields(where(module));
    found.push(...unknown(manifest.spec, 'spec', known));
  }
  return found;
}

/** The names of all fields that a kind's declarations, and those that they stand on, know at whatever depth. */
function fields(module, seen = new Set()) {
  const file = module.replace(/\.js$/, '') + '.d.ts';
  const names = new Set();
  if (seen.has(file)) {
    return names;
  }
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, name] of text.matchAll(/^\s*"?([\w-]+)"?\??:/gm)) {
    names.add(name);
  }
  for (const [, next] of text.matchAll(/from "([^"]+)"/g)) {
    if (next !== '@kubernetes-models/base') {
      fields(next.startsWith('.') ? join(dirname(file), next) : where(next), seen).forEach(name => names.add(name));
    }
  }
  return names;
}

/** Fields that no declaration knows. What has free names is left alone. */
function unknown(value, path, known) {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => unknown(item, `${path}[${i}]`, known));
  }
  if (value === null || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = `${path}.${name}`;
    if (!known.has(name)) {
      return [`${here}: no such field`];
    }
    return free.includes(name) ? [] : unknown(inner, here, known);
  });
}

function where(module) {
  return fileURLToPath(import.meta.resolve(module));
}

function isInstalled() {
  try {
    return statSync(join(here, 'node_modules/.package-lock.json')).mtimeMs
      >= statSync(join(here, 'package-lock.json')).mtimeMs;
  } catch {
    return false;
  }
}
