/** Figures as people read them. Money comes in micros of US dollars, time in ms or as RFC 3339. */

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

export function money(micros) {
  return micros == null ? "–" : `$${(micros / 1e6).toFixed(2)}`;
}

/** "$0.30", or "$0.30 to $0.90". */
export function moneyRange(range) {
  return range == null ? "–" : range.from === range.to ? money(range.from) : `${money(range.from)} to ${money(range.to)}`;
}

/** A stretch of time in s: "4 min", "1 h 20 min". */
export function stretch(seconds) {
  const s = Math.max(0, seconds);
  if (s < 10) {
    return `${s.toFixed(1)} s`;
  }
  if (s < 2 * MINUTE) {
    return `${Math.round(s)} s`;
  }
  if (s < 2 * HOUR) {
    return `${Math.round(s / MINUTE)} min`;
  }
  return s < 2 * DAY ? `${Math.floor(s / HOUR)} h ${Math.round((s % HOUR) / MINUTE)} min` : `${Math.round(s / DAY)} days`;
}

export function stretchRange(range) {
  if (range == null) {
    return "–";
  }
  const [from, to] = [stretch(range.from), stretch(range.to)];
  const unit = / \w+$/.exec(to)[0];
  return from === to ? from : `${from.endsWith(unit) ? from.slice(0, -unit.length) : from} to ${to}`;
}

/** "12 s ago", "in 4 min". */
export function away(when, now = Date.now()) {
  const seconds = (now - new Date(when)) / 1000;
  if (Math.abs(seconds) < 2) {
    return "now";
  }
  const words = stretch(Math.round(Math.abs(seconds)) || 1).replace(".0", "");
  return seconds > 0 ? `${words} ago` : `in ${words}`;
}

export function clock(when) {
  return new Date(when).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

export function moment(when) {
  return new Date(when).toLocaleString([], { dateStyle: "medium", timeStyle: "medium" });
}

export function bytes(count) {
  return count >= 1e6 ? `${(count / 1e6).toFixed(1)} MB` : `${Math.max(1, Math.round(count / 1e3))} kB`;
}

export function percent(share) {
  return `${Math.round(share * 100)} %`;
}

export function short(id) {
  return String(id).slice(0, 8);
}

export function count(n, one, many = `${one}s`) {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** How far a request is by what was foretold, 0 to 1: half of such takes have ended at likelyAt, 95 of 100 at latestAt. */
export function share(progress, since, now = Date.now()) {
  if (!progress?.likelyAt || !since) {
    return null;
  }
  const from = new Date(since);
  const likely = new Date(progress.likelyAt);
  const latest = new Date(progress.latestAt ?? progress.likelyAt);
  if (now <= likely) {
    return Math.max(0.02, (0.7 * (now - from)) / Math.max(1, likely - from));
  }
  return Math.min(0.97, 0.7 + (0.27 * (now - likely)) / Math.max(1, latest - likely));
}
