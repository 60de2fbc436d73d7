/** Micros of USD as people read them. */
export function money(micros) {
  return micros == null ? "–" : `${(micros / 1e6).toFixed(2)} USD`;
}

/** A stretch of time, in s, in words that fit a table. */
export function stretch(seconds) {
  const s = Math.max(0, Math.round(seconds));
  return s < 60 ? `${s} s` : s < 3600 ? `${Math.floor(s / 60)} min ${s % 60} s` : `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

/** What is left of a lease, at this moment. */
export function left(until, now = Date.now()) {
  return until == null ? "–" : stretch((new Date(until) - now) / 1000);
}

export function rate(turnsPerMinute) {
  return turnsPerMinute == null ? "–" : turnsPerMinute.toFixed(1);
}

export function milliseconds(ms) {
  return ms == null ? "–" : `${Math.round(ms)} ms`;
}

/** One line for all sessions that are not over. */
export function total(sessions) {
  const open = sessions.filter((session) => session.state !== "closed");
  const of = (states) => open.filter((session) => states.includes(session.state)).length;
  const sum = (key) => open.reduce((all, session) => all + (session[key] ?? 0), 0);
  return [
    `${of(["live", "rotating"])} live`,
    `${of(["waiting"])} waiting`,
    `${of(["paused"])} paused`,
    `${sum("viewers")} ${sum("viewers") === 1 ? "viewer" : "viewers"}`,
    `${money(sum("costMicros"))} so far`,
  ].join(" · ");
}
