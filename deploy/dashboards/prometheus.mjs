// A Prometheus of its own for a running stack, on the loopback address, gone when the program ends.
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {stringify} from 'yaml';

const SERVICES = ['request-api', 'scenario-router', 'i2v-worker', 'r2v-worker', 'avatar-session-service', 'consistency-scorer'];

/** Starts it, and comes back when all services have been scraped. `alerts`: [[name, PrometheusRule]]; `state`: the stack's folder. */
export async function start(state, alerts) {
  const ports = JSON.parse(readFileSync(join(state, 'stack.json'), 'utf8')).ports;
  const folder = mkdtempSync(join(tmpdir(), 'callsheet-prometheus-'));
  mkdirSync(join(folder, 'rules'));
  alerts.forEach(([name, alert]) => writeFileSync(join(folder, 'rules', `${name}.yaml`), stringify(alert.spec)));
  writeFileSync(join(folder, 'prometheus.yml'), stringify({
    global: {scrape_interval: '2s', evaluation_interval: '2s'},
    rule_files: ['rules/*.yaml'],
    scrape_configs: SERVICES.map(service => ({
      job_name: service, metrics_path: '/q/metrics', static_configs: [{targets: [`127.0.0.1:${ports[service]}`], labels: {namespace: 'local'}}],
    })),
  }));
  const port = await freePort();
  const child = spawn('prometheus', [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`,
    `--web.listen-address=127.0.0.1:${port}`, '--enable-feature=exemplar-storage', '--log.level=error'], {stdio: ['ignore', 'ignore', 'inherit']});
  const prometheus = {
    url: `http://127.0.0.1:${port}`,
    version: async () => (await ask(prometheus, 'status/buildinfo')).version,
    stop: async () => {
      child.kill();
      await new Promise(done => { child.once('exit', done); });
      rmSync(folder, {recursive: true});
    },
  };
  for (let tries = 0; tries < 60; tries++) {
    const up = await ask(prometheus, 'query', {query: 'sum(up)'}).catch(() => ({result: []}));
    if (up.result[0]?.value[1] === String(SERVICES.length)) {
      return prometheus;
    }
    await pause(500);
  }
  await prometheus.stop();
  throw new Error('not all services could be scraped within 30 s: ./callsheet status');
}

/** The data of an answer of Prometheus' HTTP API. */
export async function ask(prometheus, path, parameters = {}) {
  const answer = await fetch(`${prometheus.url}/api/v1/${path}?${new URLSearchParams(parameters)}`);
  const body = await answer.json();
  if (body.status !== 'success') {
    throw new Error(`${path} ${JSON.stringify(parameters)}: ${body.error}`);
  }
  return body.data;
}

function freePort() {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => done(port));
    });
  });
}
