/** The session service, called with an API key that stays in this object. */
export class SessionService {
  constructor(url, key) {
    this.url = url.replace(/\/$/, "");
    this.key = key;
  }

  /** Where sessions are served, as this page's server says. */
  static async address() {
    const config = await fetch("config.json").then((r) => (r.ok ? r.json() : {})).catch(() => ({}));
    return config.sessionsUrl || `http://${location.hostname}:18084`;
  }

  /** Starts a session or joins one. The same attempt is one session, however often it is sent. */
  start(order, attempt) {
    return this.call("POST", "/v1/sessions", order, { "Idempotency-Key": attempt });
  }

  end(id) {
    return this.call("DELETE", `/v1/sessions/${id}`);
  }

  pause(id) {
    return this.call("POST", `/v1/sessions/${id}/pause`);
  }

  resume(id) {
    return this.call("POST", `/v1/sessions/${id}/resume`);
  }

  async list() {
    return (await this.call("GET", "/v1/sessions?limit=200")).sessions;
  }

  /** The turns that have ended since this one. */
  async turns(id, after = 0) {
    const all = [];
    for (let next = after; next != null; ) {
      const page = await this.call("GET", `/v1/sessions/${id}/turns?limit=500&after=${next}`);
      all.push(...page.turns);
      next = page.next;
    }
    return all;
  }

  /** One call; a problem document becomes an Error with its words. */
  async call(method, path, body, more = {}) {
    const headers = { "X-API-Key": this.key, ...(body && { "Content-Type": "application/json" }), ...more };
    let answer;
    try {
      answer = await fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) });
    } catch {
      throw Object.assign(new Error(`The session service at ${this.url} does not answer.`), { unanswered: true });
    }
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      const fields = (json.errors ?? []).map((e) => `${e.field}: ${e.allowed}`).join("; ");
      throw new Error([json.title, json.detail, fields].filter(Boolean).join(": ") || `Error ${answer.status}`);
    }
    return json;
  }
}
