import { createHmac } from "node:crypto";

/** The provider's twin as its clients see it: sessions, the agent's line, speech, and the services of LiveKit. */
export class Twin {
  constructor({ url, key, speechKey, livekitKey, livekitSecret }) {
    Object.assign(this, { url, key, speechKey, livekitKey, livekitSecret });
  }

  get livekitUrl() {
    return this.url.replace(/^http/, "ws");
  }

  /** Orders a session and starts it; the start's data, with the session's token. */
  async start(order) {
    const issued = await this.#post("/v1/sessions/token", { avatar_id: "5e3a8c1e-8b0c-4a43-9c1b-8b2b0c7d6a11", ...order }, { "X-API-KEY": this.key });
    const started = await this.#post("/v1/sessions/start", null, { Authorization: `Bearer ${issued.data.session_token}` });
    return { ...started.data, session_token: issued.data.session_token };
  }

  async stop(sessionId) {
    await this.#post("/v1/sessions/stop", { session_id: sessionId }, { "X-API-KEY": this.key });
  }

  /** Opens the agent's WebSocket, in a page of its own, and waits until it may speak. */
  async agent(session, browser) {
    const page = await browser.newPage();
    await page.evaluate(
      (url) =>
        new Promise((connected, failed) => {
          window.line = new WebSocket(url);
          window.line.onerror = () => failed(new Error("the agent's line does not open"));
          window.line.onmessage = ({ data }) => JSON.parse(data).state === "connected" && connected();
        }),
      session.ws_url,
    );
    const send = (message) => page.evaluate((text) => window.line.send(text), JSON.stringify(message));
    return {
      /** PCM, 24 kHz mono s16le, in chunks as the contract asks for them. */
      async speak(pcm) {
        for (let at = 0, size = 24_000; at < pcm.length; at += size, size = 48_000) {
          await send({ type: "agent.speak", event_id: "e1", audio: pcm.subarray(at, at + size).toString("base64") });
        }
        await send({ type: "agent.speak_end", event_id: "e1" });
      },
      interrupt: () => send({ type: "agent.interrupt" }),
      close: () => page.close(),
    };
  }

  /** The twin's voice saying this: PCM, 24 kHz mono s16le. */
  async speech(input) {
    const answer = await fetch(`${this.url}/v1/audio/speech`, {
      method: "POST",
      headers: { "content-type": "application/json", Authorization: `Bearer ${this.speechKey}` },
      body: JSON.stringify({ model: "voice", voice: "a", input, response_format: "pcm" }),
    });
    return Buffer.from(await answer.arrayBuffer());
  }

  /** A LiveKit access token with these grants. */
  token(identity, video) {
    const now = Math.floor(Date.now() / 1000);
    const part = (object) => Buffer.from(JSON.stringify(object)).toString("base64url");
    const content = `${part({ alg: "HS256", typ: "JWT" })}.${part({ iss: this.livekitKey, sub: identity, nbf: now, exp: now + 600, video })}`;
    return `${content}.${createHmac("sha256", this.livekitSecret).update(content).digest("base64url")}`;
  }

  /** Calls LiveKit's room or egress service with a JSON body, as somebody with these grants. */
  async twirp(method, body, video) {
    return this.#post(`/twirp/livekit.${method}`, body, { Authorization: `Bearer ${this.token("", video)}` });
  }

  async #post(path, body, headers) {
    const answer = await fetch(this.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: body === null ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${path} answered ${answer.status}: ${text}`);
    }
    return text ? JSON.parse(text) : {};
  }
}
