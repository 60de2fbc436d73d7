// Asks for video: node produce.mjs [--structured] [--unchecked] [--id ID] FILE...    prints the id of each request
// Stops a request:  node produce.mjs --cancel REQUEST-ID
import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {parseArgs} from 'node:util';
import {CloudEvent, Kafka as Binding} from 'cloudevents';
import {requestId} from './request-id.mjs';
import {faults} from './schemas.mjs';
import {kafka, source, tenant, topics} from './setting.mjs';

const {values: options, positionals: files} = parseArgs({
  allowPositionals: true,
  options: {
    structured: {type: 'boolean', default: false},
    unchecked: {type: 'boolean', default: false},
    id: {type: 'string', default: `example-${Date.now()}`},
    cancel: {type: 'string'},
  },
});
if (files.length === 0 && !options.cancel) {
  console.error('usage: node produce.mjs [--structured] [--unchecked] [--id ID] FILE... | --cancel REQUEST-ID');
  process.exit(2);
}

// No transaction, no idempotent producer: what arrives twice has one id, so it is one request.
const outgoing = options.cancel ? [cancellation(options.cancel)] : await Promise.all(files.map(request));
const producer = kafka.producer();
await producer.connect();
for (const {topic, event, words} of outgoing) {
  await producer.send({topic, acks: -1, messages: [message(event)]});
  console.log(words);
}
await producer.disconnect();

async function request(file) {
  const data = JSON.parse(await readFile(file, 'utf8'));
  // The id stays the same when the program is run again for the same purpose: that is what makes a repeat harmless.
  const id = `${options.id}-${basename(file, '.json')}`;
  const event = eventOf({id, type: 'dev.callsheet.video.requested.v1', data, partitionkey: id});
  if (!options.unchecked) {
    check(file, event);
  }
  return {topic: topics.requests, event, words: requestId(tenant, source, id)};
}

function cancellation(request) {
  const event = eventOf({
    id: `cancel-${request}`,
    type: 'dev.callsheet.control.cancel.v1',
    data: {requestId: request, reason: 'the partner changed its mind'},
    partitionkey: request,
  });
  check(request, event);
  return {topic: topics.control, event, words: `asked to stop ${request}`};
}

function eventOf(attributes) {
  return new CloudEvent({source, datacontenttype: 'application/json', ...attributes});
}

/** The schema is known here, so most mistakes need not travel. The rest come back as a refusal with its reasons. */
function check(what, event) {
  const found = faults(event.type, event.data);
  if (found.length > 0) {
    console.error(`${what}: not sent\n  ${found.join('\n  ')}`);
    process.exit(1);
  }
}

/** Binary mode has the attributes as headers and the data as value; structured mode has the whole event as value. */
function message(event) {
  const {key, headers, value} = options.structured ? Binding.structured(event) : Binding.binary(event);
  // The SDK names attributes that the event does not have; kafkajs takes no header without a value.
  const present = Object.fromEntries(Object.entries(headers).filter(([, text]) => text !== undefined));
  return {key, headers: present, value: typeof value === 'string' ? value : JSON.stringify(value)};
}
