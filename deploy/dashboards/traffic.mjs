// What the panels are tried with: the demo's three scenarios, a batch, a cap, refusals, and a worker that dies.
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Comes back when all of it has ended. `state`: the stack's folder. */
export async function play(state) {
  const ports = JSON.parse(readFileSync(join(state, 'stack.json'), 'utf8')).ports;
  const desk = `http://127.0.0.1:${ports['request-api']}`;
  await callsheet(state, 'cap', '--tenant', 'demo', '--usd', '500');
  await callsheet(state, 'demo');
  for (const [name, body] of Object.entries(refused())) {
    await post(`${desk}/v1/requests`, `panels-${Date.now()}-${name}`, body);
  }
  await callsheet(state, 'submit', 'examples/batch.json', '--key', `panels-${Date.now()}-batch`, '--minutes', '5');
  await post(`${desk}/v1/requests`, `panels-${Date.now()}-killed`, {prompt: 'slow zoom', media: [frame()], output: output()});
  await pause(2000);
  await callsheet(state, 'kill', 'i2v-worker');
  await callsheet(state, 'submit', 'examples/i2v.json', '--key', `panels-${Date.now()}-after`, '--minutes', '5');
}

/** At the door, and by the router. */
function refused() {
  return {
    role: {prompt: 'slow zoom', media: [{...frame(), role: 'frame'}], output: output()},
    picture: {prompt: 'a lion in the desert'},
    words: {prompt: 'a real-time live avatar that streams', output: {kind: 'file'}},
    budget: {prompt: 'slow zoom', media: [frame()], output: output(), budget: {currency: 'USD', limit: '0.01'}},
  };
}

function frame() {
  return {role: 'firstFrame', type: 'image', uri: 's3://callsheet/tenant/demo/media/first-frame.jpg'};
}

function output() {
  return {kind: 'file', resolution: '720P', seconds: 2};
}

async function post(address, key, body) {
  const answer = await fetch(address, {
    method: 'POST', headers: {'X-API-Key': 'demo-key', 'Idempotency-Key': key, 'Content-Type': 'application/json'}, body: JSON.stringify(body),
  });
  console.log(`POST ${JSON.stringify(body).slice(0, 60)} ... ${answer.status}`);
}

function callsheet(state, ...words) {
  console.log(`./callsheet ${words.join(' ')}`);
  return new Promise(done => {
    const child = spawn(join(root, 'callsheet'), words, {cwd: root, stdio: 'inherit', env: {...process.env, CALLSHEET_STATE: state, CALLSHEET_BUILD: 'no'}});
    // What fails shows on the panels, too.
    child.on('exit', code => done(code === 0 || console.log(`./callsheet ${words.join(' ')} ended with ${code}`)));
  });
}
