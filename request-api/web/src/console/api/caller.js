/** A service has said no: a problem document (RFC 9457), in words. */
export class Refused extends Error {
  constructor(problem, status) {
    super([problem.title, problem.detail].filter(Boolean).join(". ") || `The service answered ${status}.`);
    this.status = status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.fields = problem.errors ?? [];
  }
}

/** Nothing came back. The same may be sent again. */
export class Unanswered extends Error {
  constructor(what) {
    super(`${what} does not answer.`);
  }
}

/** Calls one service with one key. */
export class Caller {
  constructor(base, key, what) {
    Object.assign(this, { base: base.replace(/\/$/, ""), key, what });
  }

  get(path, query) {
    return this.json("GET", path + search(query));
  }

  post(path, body, headers) {
    return this.json("POST", path, body, headers);
  }

  put(path, body) {
    return this.json("PUT", path, body);
  }

  delete(path, query) {
    return this.json("DELETE", path + search(query));
  }

  async json(method, path, body, headers) {
    const answer = await this.ask(method, path, body, headers);
    return answer.json().catch(() => ({}));
  }

  /** The answer, if it is a good one. A body that is no text goes as JSON. */
  async ask(method, path, body, headers = {}, signal) {
    const json = body !== undefined && typeof body !== "string";
    let answer;
    try {
      answer = await fetch(this.base + path, {
        method,
        signal,
        headers: { "X-API-Key": this.key, ...(json && { "Content-Type": "application/json" }), ...headers },
        body: json ? JSON.stringify(body) : body,
      });
    } catch (e) {
      throw signal?.aborted ? e : new Unanswered(this.what);
    }
    if (!answer.ok) {
      throw new Refused(await answer.json().catch(() => ({})), answer.status);
    }
    return answer;
  }
}

/** A query without what is not said. */
export function search(query = {}) {
  const said = Object.entries(query).filter(([, value]) => value != null && value !== "");
  return said.length ? `?${new URLSearchParams(said)}` : "";
}
