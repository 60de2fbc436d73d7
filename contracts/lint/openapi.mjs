// openapi.yaml keeps all rules of the strict set; a warning is an error.
import {join} from 'node:path';
import {createConfig, lint} from '@redocly/openapi-core';

export async function check(contracts) {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'operation-operationId': 'error',
      'operation-description': 'off',
      'operation-4xx-problem-details-rfc7807': 'error',
      'no-invalid-media-type-examples': 'error',
      'no-server-example.com': 'error',
      'path-parameters-defined': 'error',
      'tag-description': 'error',
      'no-server-trailing-slash': 'error',
      'no-ambiguous-paths': 'error',
    },
  });
  let problems;
  try {
    problems = await lint({ref: join(contracts, 'openapi.yaml'), config});
  } catch (unreadable) {
    return [`openapi.yaml: ${unreadable.message}`];
  }
  return problems.filter(problem => !problem.ignored && !excused(problem)).map(problem => `openapi.yaml: ${problem.location[0]?.pointer ?? ''}: `
    + `${problem.message} (${problem.ruleId})`);
}

/** A WebSocket is answered with 101, pages and health with nothing that a client could have done wrong; a page is a folder. */
function excused({ruleId, location: [{pointer}]}) {
  return /^operation-(2xx|4xx)|^no-path-trailing-slash/.test(ruleId) && /^#\/paths\/(~1q~1|~1live|~1console|~1trace|~1\/|.*~1turns\/)/.test(pointer);
}
