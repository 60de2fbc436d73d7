// What was handled before. Kafka delivers at least once; (source, id) tells a repeat.
import {appendFileSync, existsSync, readFileSync} from 'node:fs';

/** Remembers in a file, if there is one, so that a restart does not tell the same story twice. */
export class Seen {
  #file;
  #ids = new Set();

  constructor(file) {
    this.#file = file;
    if (file && existsSync(file)) {
      readFileSync(file, 'utf8').split('\n').forEach(id => this.#ids.add(id));
    }
  }

  has(event) {
    return this.#ids.has(keyOf(event));
  }

  /** To be called after the event has had its effect, and before its offset is committed. */
  add(event) {
    this.#ids.add(keyOf(event));
    if (this.#file) {
      appendFileSync(this.#file, keyOf(event) + '\n');
    }
  }
}

function keyOf({source, id}) {
  return `${source} ${id}`;
}
