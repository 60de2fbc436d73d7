const RELEASE_MS = 20_000;

/** The microphone as pieces of PCM s16le, 16 kHz, mono, 40 ms. The device is let go some time after its last use. */
export class Microphone {
  constructor(onpiece) {
    this.onpiece = onpiece;
    this.listening = false;
  }

  /** Opens the device, once; asks for permission the first time. Errors are words for the user. */
  open() {
    clearTimeout(this.release);
    this.opened ??= this.device().catch((e) => {
      this.opened = null;
      throw new Error(why(e));
    });
    return this.opened;
  }

  async device() {
    if (!navigator.mediaDevices) {
      throw new DOMException("", "SecurityError");
    }
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
    const context = new AudioContext();
    await context.audioWorklet.addModule(new URL("microphone-worklet.js", import.meta.url));
    const node = new AudioWorkletNode(context, "pcm", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
    node.port.onmessage = ({ data }) => this.listening && this.onpiece(data);
    context.createMediaStreamSource(stream).connect(node);
    await context.resume();
    return { stream, context };
  }

  listen() {
    this.listening = true;
    clearTimeout(this.release);
  }

  rest() {
    this.listening = false;
    clearTimeout(this.release);
    this.release = setTimeout(() => this.close(), RELEASE_MS);
  }

  close() {
    clearTimeout(this.release);
    this.listening = false;
    const opened = this.opened;
    this.opened = null;
    opened?.then(({ stream, context }) => {
      stream.getTracks().forEach((track) => track.stop());
      context.close();
    }).catch(() => {});
  }
}

function why(e) {
  switch (e.name) {
    case "NotAllowedError":
      return "The browser does not let this page use the microphone. Allow it in the address bar, or type.";
    case "NotFoundError":
      return "No microphone was found. You can type instead.";
    case "SecurityError":
      return "A microphone works on pages over https only. You can type instead.";
    default:
      return `The microphone does not work (${e.name}). You can type instead.`;
  }
}
