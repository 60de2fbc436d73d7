const AGAIN_MS = [200, 400, 800, 1500];
const PATIENCE_MS = 120_000;
/** Close codes after which coming back is of no use: the pass is not valid (any more), the session is over. */
const FINAL = [4401, 4404];

/**
 * The WebSocket of a conversation. It comes back by itself after a break, is told what it missed, and says again what
 * may not have arrived: the service takes the same id once.
 *
 * Tells by events: `message` (detail is the message), `open`, `broken`, `over` (detail is the close code; 0 if the
 * service could not be reached any more).
 */
export class TurnLine extends EventTarget {
  constructor(url) {
    super();
    this.url = new URL(url);
    this.cursor = "";
    this.unheard = new Map();
    this.ended = false;
    this.back = () => this.socket?.readyState === WebSocket.OPEN || this.connect();
    window.addEventListener("online", this.back);
  }

  connect() {
    clearTimeout(this.timer);
    if (this.ended || this.socket?.readyState <= WebSocket.OPEN) {
      return;
    }
    if (this.cursor) {
      this.url.searchParams.set("after", this.cursor);
    }
    const socket = new WebSocket(this.url);
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.opened();
    socket.onmessage = ({ data }) => this.socket === socket && this.hear(JSON.parse(data));
    socket.onclose = ({ code }) => this.socket === socket && this.closed(code);
  }

  opened() {
    this.brokenAt = null;
    this.attempt = 0;
    this.tell("open");
    for (const [id, text] of this.unheard) {
      this.send({ type: "say", id, text });
    }
  }

  hear(message) {
    this.cursor = message.cursor ?? this.cursor;
    const arrived = message.inputs?.map((input) => input.inputId) ?? [message.inputId];
    arrived.forEach((id) => this.unheard.delete(id));
    this.ended ||= message.type === "session.ended";
    this.tell("message", message);
  }

  closed(code) {
    if (this.ended) {
      return;
    }
    this.brokenAt ??= Date.now();
    if (FINAL.includes(code) || Date.now() - this.brokenAt > PATIENCE_MS) {
      this.close();
      this.tell("over", FINAL.includes(code) ? code : 0);
      return;
    }
    this.tell("broken");
    const wait = AGAIN_MS[Math.min(this.attempt++, AGAIN_MS.length - 1)];
    this.timer = setTimeout(() => this.connect(), wait * (0.75 + Math.random() / 2));
  }

  /** Says something, now or as soon as the line is back. */
  say(text) {
    const id = crypto.randomUUID();
    this.unheard.set(id, text);
    this.send({ type: "say", id, text });
    return id;
  }

  /** Sends a message or microphone audio; what is sent into a broken line is lost. */
  send(message) {
    if (this.socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.socket.send(message instanceof ArrayBuffer ? message : JSON.stringify(message));
    return true;
  }

  close() {
    this.ended = true;
    clearTimeout(this.timer);
    window.removeEventListener("online", this.back);
    this.socket?.close();
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
