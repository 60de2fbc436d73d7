const AGAIN_MS = 2000;

/** Cuts a stream of server-sent events into them; what is not whole yet waits for the next piece. */
export class Frames {
  #rest = "";

  take(text) {
    const blocks = (this.#rest + text).replaceAll("\r\n", "\n").split("\n\n");
    this.#rest = blocks.pop();
    return blocks.map(read).filter((event) => event.data !== undefined);
  }
}

function read(block) {
  const event = {};
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) {
      const name = line.slice(0, colon);
      const value = line.slice(colon + 1).replace(/^ /, "");
      event[name] = name === "data" && event.data !== undefined ? `${event.data}\n${value}` : value;
    }
  }
  return event;
}

/**
 * Follows a stream to its end: 204, or an answer that ends after its last event. A line that is cut is taken up again after
 * the last event that came. EventSource cannot carry a key.
 */
export async function follow(caller, path, told, signal, againMs = AGAIN_MS) {
  let last;
  for (;;) {
    try {
      const headers = { Accept: "text/event-stream", ...(last && { "Last-Event-ID": last }) };
      const answer = await caller.ask("GET", path, undefined, headers, signal);
      if (answer.status === 204 || !(await drain(answer, signal, (event) => {
        last = event.id ?? last;
        told(event);
      }))) {
        return;
      }
    } catch (e) {
      if (signal.aborted || e.status === 404 || e.status === 401 || e.status === 403) {
        return;
      }
    }
    await pause(signal, againMs);
    if (signal.aborted) {
      return;
    }
  }
}

/** Whether there was anything: an answer without an event is an end. */
async function drain(answer, signal, told) {
  const frames = new Frames();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let any = false;
  for (;;) {
    const { value, done } = await reader.read();
    if (done || signal.aborted) {
      return any && !signal.aborted;
    }
    for (const event of frames.take(value)) {
      any = true;
      told(event);
    }
  }
}

function pause(signal, ms) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
