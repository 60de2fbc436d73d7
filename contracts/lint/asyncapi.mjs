// asyncapi.yaml is valid, without a warning, and says what a partner would ask. The payloads: see schemas.mjs.
import {join} from 'node:path';
import {fromFile, Parser} from '@asyncapi/parser';

export async function check(contracts) {
  const {document, diagnostics} = await fromFile(new Parser(), join(contracts, 'asyncapi.yaml')).parse();
  const found = diagnostics.map(d => `asyncapi.yaml: ${d.path.join('/')}: ${d.message} (${d.code})`);
  return document ? [...found, ...ours(document)] : found;
}

/** A partner must find the key, the partitions, the group and the owner without asking. */
function ours(document) {
  const found = [];
  const need = (there, what) => there || found.push(`asyncapi.yaml: ${what}`);
  for (const channel of document.channels()) {
    need(channel.bindings().get('kafka')?.value().partitions > 0, `channel ${channel.id()}: no partitions`);
    need(channel.extensions().get('x-key'), `channel ${channel.id()}: no x-key`);
    need(channel.operations().length > 0, `channel ${channel.id()}: nobody sends or receives`);
  }
  for (const operation of document.operations()) {
    const service = operation.extensions().get('x-service')?.value();
    // One group for all processes, or a pattern where each has its own.
    const {enum: names, pattern} = operation.bindings().get('kafka')?.value().groupId ?? {};
    const group = names?.[0] ?? pattern;
    need(service, `operation ${operation.id()}: no x-service`);
    need(service === 'partner' || operation.action() === 'send' || group, `operation ${operation.id()}: no groupId`);
  }
  for (const message of document.components().messages()) {
    need(message.title(), `message ${message.id()}: no title`);
    need(message.id() === 'dead-letter' || message.bindings().get('kafka')?.value().key, `message ${message.id()}: no key`);
  }
  return found;
}
