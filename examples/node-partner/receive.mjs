// Hears by webhook what happens: node receive.mjs [--register TYPE,...] [--test] [--count N] [--for SECONDS]
// --register makes an endpoint of this program and takes its secret from the answer; without it WEBHOOK_SECRET is the secret.
// Ends with 0 when --count were believed, 3 if the time was up before, 1 if one was not genuine.
import {createServer} from 'node:http';
import {parseArgs} from 'node:util';
import {Webhook} from 'standardwebhooks';
import {Seen} from './seen.mjs';

const {values: options} = parseArgs({
  options: {register: {type: 'string'}, test: {type: 'boolean'}, count: {type: 'string'}, for: {type: 'string'}},
});
const {CALLSHEET = 'http://127.0.0.1:18080', API_KEY = 'demo-key', PORT = '0', SEEN} = process.env;
const seen = new Seen(SEEN);
let verifier = process.env.WEBHOOK_SECRET && new Webhook(process.env.WEBHOOK_SECRET);
let believed = 0;

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    // The bytes as they came: parsed and written again they would not be what was signed.
    response.writeHead(take(Buffer.concat(chunks).toString(), request.headers)).end();
    if (options.count && believed >= Number(options.count)) {
      end(0);
    }
  });
});
server.listen(Number(PORT), '127.0.0.1', async () => {
  const address = process.env.PUBLIC ?? `http://127.0.0.1:${server.address().port}/callsheet`;
  if (options.register) {
    const webhook = await call('/v1/webhooks', {url: address, types: options.register.split(',')},
      {'Idempotency-Key': `node-partner ${address}`});
    verifier = webhook.secret ? new Webhook(webhook.secret) : verifier;
    console.log(`${webhook.id} hears ${webhook.types.join(', ')} at ${address}`);
    if (options.test) {
      await call(`/v1/webhooks/${webhook.id}/test`);
    }
  }
});
if (options.for) {
  setTimeout(() => end(options.count ? 3 : 0), Number(options.for) * 1000);
}

/** The status to answer with: what is not genuine is nobody's business; a repeat is a success. */
function take(body, headers) {
  let notice;
  try {
    notice = verifier.verify(body, headers);
  } catch (refused) {
    console.error(`not genuine: ${refused.message}`);
    process.exitCode = 1;
    return 401;
  }
  const event = {source: 'webhook', id: headers['webhook-id']};
  if (!seen.has(event)) {
    const {type, timestamp, data} = notice;
    console.log(`${timestamp.slice(11, 19)}  ${type.padEnd(18)} ${data.link}${data.verdict ? ` ${data.verdict}` : ''}${data.code ? ` ${data.code}` : ''}`);
    seen.add(event);
    believed++;
  }
  return 204;
}

async function call(path, body = {}, headers = {}) {
  const answer = await fetch(CALLSHEET + path, {
    method: 'POST',
    headers: {'X-API-Key': API_KEY, 'Content-Type': 'application/json', ...headers},
    body: JSON.stringify(body),
  });
  const document = await answer.json();
  if (!answer.ok) {
    console.error(`${path}: ${answer.status} ${document.code} ${document.detail}`);
    process.exit(1);
  }
  return document;
}

function end(code) {
  server.close();
  server.closeAllConnections();
  process.exit(process.exitCode || code);
}
