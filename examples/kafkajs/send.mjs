// Sends a request as a CloudEvent in binary mode: attributes as headers, the request as the value.
// node send.mjs [FILE]    KAFKA (127.0.0.1:19092), TENANT (demo), EVENT_ID (a new one for each call)
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {Kafka, logLevel} from 'kafkajs';

const file = process.argv[2] ?? new URL('../i2v.json', import.meta.url);
const tenant = process.env.TENANT ?? 'demo';
const source = '/partner/kafkajs';
// The same source and id are the same request, however often they are sent.
const id = process.env.EVENT_ID ?? `example-${Date.now()}`;
const request = JSON.parse(await readFile(file, 'utf8'));

const kafka = new Kafka({brokers: [process.env.KAFKA ?? '127.0.0.1:19092'], logLevel: logLevel.ERROR});
const producer = kafka.producer();
await producer.connect();
await producer.send({
  topic: `callsheet.requests.${tenant}`,
  acks: -1,
  messages: [{
    key: id,
    value: JSON.stringify(request),
    headers: {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: source,
      ce_type: 'dev.callsheet.video.requested.v1',
      'content-type': 'application/json',
    },
  }],
});
await producer.disconnect();
console.log(requestId(tenant, source, id));

/** The id that Callsheet derives from tenant, source and id (UUID version 5), so that the sender knows it, too. */
function requestId(...parts) {
  const sha1 = createHash('sha1').update(Buffer.from('7b1f6a526f0e5c1b9a550a6d1f7c5e11', 'hex'));
  for (const part of ['request', parts[0], 'event', parts[1], parts[2]]) {
    const bytes = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeInt32BE(bytes.length);
    sha1.update(length).update(bytes);
  }
  const id = sha1.digest().subarray(0, 16);
  id[6] = (id[6] & 0x0f) | 0x50;
  id[8] = (id[8] & 0x3f) | 0x80;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
