// The id that Callsheet derives for a request, so that the sender knows it, too: UUID version 5 of its names.
import {createHash} from 'node:crypto';

const NAMESPACE = Buffer.from('7b1f6a526f0e5c1b9a550a6d1f7c5e11', 'hex');

export function requestId(tenant, source, eventId) {
  const sha1 = createHash('sha1').update(NAMESPACE);
  for (const part of ['request', tenant, 'event', source, eventId]) {
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
