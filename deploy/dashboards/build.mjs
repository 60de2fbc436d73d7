// Writes k8s/monitoring/dashboards and k8s/monitoring/metrics.json: node build.mjs
//   --check          writes nothing; ends with 1 and says which files are not what the sources here make of them
//   --rules FOLDER   writes the alerts as files that Prometheus and promtool read, one for each PrometheusRule
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const monitoring = join(here, '../k8s/monitoring');

install();
const {parse, parseAllDocuments, stringify} = await import('yaml');
const {metrics} = await import('./metrics.mjs');
export const dashboards = await Promise.all(['corridor', 'money', 'identity', 'live', 'stores'].map(async name => [name, (await import(`./${name}.mjs`))[name]]));
export const alerts = readdirSync(join(monitoring, 'alerts')).sort()
  .map(name => [basename(name, '.yaml'), parse(readFileSync(join(monitoring, 'alerts', name), 'utf8'))]);
const scaling = join(here, '../k8s/components/keda');
const scalers = readdirSync(scaling).flatMap(name => parseAllDocuments(readFileSync(join(scaling, name), 'utf8'))).map(each => each.toJS())
  .filter(each => each.kind === 'ScaledObject');

const [what, folder] = process.argv.slice(2);
if (process.argv[1] !== fileURLToPath(import.meta.url)) {
  // Imported, by panels.mjs.
} else if (what === '--rules') {
  mkdirSync(folder, {recursive: true});
  alerts.forEach(([name, alert]) => writeFileSync(join(folder, `${name}.yaml`), stringify(alert.spec)));
} else {
  write(what === '--check');
}

function write(onlyCheck) {
  const files = dashboards.map(([name, content]) => [`dashboards/${name}.json`, content]);
  files.push(['metrics.json', metrics(dashboards, alerts, scalers)]);
  const stale = files.filter(([name, content]) => {
    const text = `${JSON.stringify(content, null, 2)}\n`;
    const path = join(monitoring, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) {
      return false;
    }
    if (!onlyCheck) {
      writeFileSync(path, text);
    }
    return true;
  });
  stale.forEach(([name]) => console.log(onlyCheck ? `deploy/k8s/monitoring/${name} is not what deploy/dashboards makes: node deploy/dashboards/build.mjs` : `wrote ${name}`));
  process.exitCode = onlyCheck && stale.length > 0 ? 1 : 0;
}

function install() {
  const done = join(here, 'node_modules/.package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(join(here, 'package-lock.json')).mtimeMs) {
    return;
  }
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {cwd: here, encoding: 'utf8'});
  if (npm.status !== 0) {
    console.error(`npm ci failed in deploy/dashboards; it needs Node.js 20 or newer with npm:\n${npm.error?.message ?? npm.stdout + npm.stderr}`);
    process.exit(1);
  }
}
