// All that we know of Callsheet: its published schemas. SCHEMAS names their folder.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';

const folder = process.env.SCHEMAS
  ?? fileURLToPath(new URL('../../contracts/src/main/resources/dev/callsheet/contracts/schemas', import.meta.url));

const ajv = addFormats(new Ajv2020({allErrors: true, allowUnionTypes: true}));
for (const file of readdirSync(folder)) {
  ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/**
 * What is wrong with the data of an event, in words; empty if nothing is. Undefined for a type that is not ours to
 * know: types are added, and a reader passes over those that it does not know.
 */
export function faults(type, data) {
  const name = type.replace(/^dev\.callsheet\./, '').replace(/\.(v\d+)$/, ' $1').replaceAll('.', '-').replace(' ', '.');
  const validate = ajv.getSchema(`https://callsheet.dev/schemas/${name}.json`);
  if (!validate) {
    return undefined;
  }
  return validate(data) ? [] : validate.errors.map(e => `${e.instancePath || 'the data'} ${e.message}`);
}
