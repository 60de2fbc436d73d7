// Follows what happens: node consume.mjs [--from-beginning] [--until ID,...] [--for SECONDS] [--json FILE]
// Every fact is held against its schema before it is believed. Ends with 0 if all were right, 1 if one was not,
// 3 if the time was up before the last of --until had ended.
import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {Kafka as Binding} from 'cloudevents';
import {faults} from './schemas.mjs';
import {Seen} from './seen.mjs';
import {kafka, tenant, topics} from './setting.mjs';
import {FINAL, nameOf, sentence} from './story.mjs';

const {values: options} = parseArgs({
  options: {
    'from-beginning': {type: 'boolean', default: false},
    until: {type: 'string', default: ''},
    for: {type: 'string'},
    json: {type: 'string'},
  },
});
const awaited = new Set(options.until.split(',').filter(Boolean));
const seen = new Seen(process.env.SEEN);
const report = {tenant, facts: 0, repeats: 0, unknown: 0, invalid: [], requests: {}};

const consumer = kafka.consumer({groupId: process.env.GROUP ?? `node-partner-${tenant}`});
await consumer.connect();
await consumer.subscribe({topic: topics.facts, fromBeginning: options['from-beginning']});
const ended = new Promise(resolve => {
  process.once('SIGINT', () => resolve('asked'));
  if (options.for) {
    setTimeout(() => resolve('time'), Number(options.for) * 1000);
  }
  // The offset of a record is committed after this has returned, so a fact is told twice rather than never.
  consumer.run({
    eachMessage: async ({message}) => {
      read(message);
      if (options.until && awaited.size === 0) {
        resolve('all');
      }
    },
  });
});
const why = await ended;
await consumer.disconnect();
if (options.json) {
  writeFileSync(options.json, JSON.stringify(report, null, 2) + '\n');
}
console.log(`${report.facts} facts, ${report.repeats} repeats, ${report.unknown} of unknown types, ${report.invalid.length} not as their schema says`);
process.exit(report.invalid.length > 0 ? 1 : why === 'time' && awaited.size > 0 ? 3 : 0);

function read(message) {
  const event = eventOf(message);
  if (!event || seen.has(event)) {
    report.repeats += event ? 1 : 0;
    return;
  }
  const found = faults(event.type, event.data);
  if (found === undefined) {
    report.unknown++;
  } else if (found.length > 0) {
    report.invalid.push({id: event.id, type: event.type, found});
    console.error(`${event.type} ${event.id} is not as its schema says: ${found.join('; ')}`);
  } else if (event.data.tenant === tenant) {
    tell(event);
  }
  seen.add(event);
}

function tell({type, time, data, subject}) {
  const name = nameOf(type);
  // What a fact is about: a request, a session, and some day something that this reader does not know.
  const id = data.requestId ?? data.sessionId ?? subject;
  console.log(`${time.slice(11, 19)}  ${id.slice(0, 8)}  ${name.padEnd(18)} ${sentence(name, data)}`);
  report.facts++;
  const request = report.requests[id] ??= {facts: []};
  request.facts.push(name);
  if (data.decision) {
    request.tenant = data.tenant;
    request.route = data.decision.route ?? 'reject';
    request.codes = [...data.decision.conflicts, ...data.decision.warnings].map(v => `${v.code} ${v.field}`);
  }
  if (FINAL.has(name)) {
    request.end = name;
    awaited.delete(id);
  }
}

/** The SDK reads both modes; it wants texts where Kafka has bytes. */
function eventOf(message) {
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  const text = {...message, key: message.key?.toString(), headers, value: message.value?.toString()};
  return text.value && Binding.isEvent(text) ? Binding.toEvent(text) : undefined;
}
