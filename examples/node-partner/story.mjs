// A fact as a sentence. A reader knows the types that it needs; of the others it shows the name.

/** The last word on a request. */
export const FINAL = new Set(['request.rejected', 'request.completed', 'request.failed', 'request.cancelled', 'session.offered']);

/** Short name of a type: dev.callsheet.take.finished.v1 is take.finished. */
export function nameOf(type) {
  return type.replace(/^dev\.callsheet\.(.*)\.v\d+$/, '$1');
}

export function sentence(name, data) {
  const tell = SENTENCES[name];
  return tell ? tell(data) : name;
}

const SENTENCES = {
  'request.routed': ({decision: d}) => `goes to ${d.route}${d.model ? ` (${d.model})` : ''} because ${d.reasons.join(', ')}`
    + (d.cost ? `; costs ${range(d.cost, dollars)}` : '') + (d.eta ? `; takes ${range(d.eta, minutes)}` : '') + notes(d),
  'request.rejected': ({decision: d}) => `refused:${d.conflicts.map(found).join('')}${notes(d)}`
    + (d.question ? `\n      asked: ${d.question}` : '')
    + (d.changes ?? []).map(c => `\n      would go to ${c.route} with ${c.patch.map(e => `${e.op} ${e.path}`).join(', ')}`).join(''),
  'take.queued': d => `take ${d.attempt} waits, quoted at ${dollars(d.quotedMicros)}`,
  'take.rendering': d => `is rendered; ${dollars(d.committedMicros)} are committed`,
  'take.unsure': d => `the provider gave no answer (${d.cause}); it is asked, not paid again`,
  'take.wedged': d => `runs for ${Math.round(d.runningMs / 60000)} minutes already`,
  'take.finished': d => `take ${d.attempt} is stored: ${d.clip.width}x${d.clip.height}, ${d.clip.seconds} s, ${dollars(d.settledMicros)}`,
  'take.failed': d => `a take failed: ${d.code} ${d.message}${d.retryable ? ' (tried again)' : ''}`,
  'take.cancelled': d => `a take was stopped, ${dollars(d.spentMicros)} were spent`,
  'clip.scored': d => `identity: ${d.score.verdict}, ${d.score.reason}`,
  'clip.ruled': d => `a person has ${d.ruling.word} the clip${d.ruling.reason ? `: ${d.ruling.reason}` : ''}`,
  'request.held': d => `waits for a person's word; the machine says ${d.verdict}`,
  'character.measured': d => `the character ${d.name} is ${d.state}${d.text ? `: ${d.text}` : ''}`,
  'character.erased': d => `what was kept of ${d.name} is deleted`,
  'campaign.scored': d => `${d.campaign}: ${d.bound ? `${d.bound.passed} of ${d.bound.takes} bound takes pass` : 'no bound take yet'}`,
  'request.completed': d => `done after ${d.takes} take${d.takes === 1 ? '' : 's'}, ${dollars(d.settledMicros)}: ${d.clip.uri}`,
  'request.failed': d => `failed: ${d.code} ${d.message}, ${dollars(d.settledMicros)}`,
  'request.cancelled': d => `stopped, ${dollars(d.settledMicros)}`,
  'session.offered': d => `a live session waits: ${d.sessionId}`,
  'session.waiting': d => `the session waits for a seat${d.place ? `, place ${d.place}` : ''}`,
  'session.started': () => 'the session is live',
  'session.rotated': d => `the session goes on over another of the provider's (${d.reason})`,
  'session.paused': d => `the session is paused${d.reason ? ` (${d.reason})` : ''}`,
  'session.resumed': () => 'the session is live again',
  'session.ended': d => `the session has ended (${d.reason}) after ${Math.round(d.liveMs / 1000)} s, ${dollars(d.settledMicros)}`,
  'turn.skipped': d => `words ${d.inputId}${d.others ? ` and ${d.others} more` : ''} are not answered (${d.reason})`,
  'turn.ended': d => `turn ${d.turn}${d.interrupted ? ' was interrupted' : ''}: first sound after ${d.firstAudioMs ?? '?'} ms`,
};

function notes(decision) {
  return [...decision.warnings, ...decision.repairs].map(found).join('');
}

function found({code, field, found, allowed, suggestion}) {
  return `\n      ${code} ${field || '(all)'}${found ? `: ${found}` : ''}${allowed ? `, allowed is ${allowed}` : ''}`
    + (suggestion ? ` -> ${suggestion}` : '');
}

function range({from, to}, unit) {
  return from === to ? unit(from) : `${unit(from)} to ${unit(to)}`;
}

function dollars(micros) {
  return `${(micros / 1_000_000).toFixed(2)} USD`;
}

function minutes(seconds) {
  return `${Math.round(seconds / 60)} min`;
}
