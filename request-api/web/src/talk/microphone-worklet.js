import { Resampler } from "./resampler.js";

const RATE = 16_000;
const SAMPLES = 640;

/** Turns what the microphone gives into 40 ms pieces of PCM s16le, 16 kHz, mono. */
class Pcm extends AudioWorkletProcessor {
  constructor() {
    super();
    this.resampler = new Resampler(sampleRate, RATE);
    this.piece = new Int16Array(SAMPLES);
    this.filled = 0;
  }

  process([input]) {
    if (input.length > 0) {
      for (const sample of this.resampler.take(input[0])) {
        this.piece[this.filled++] = Math.max(-1, Math.min(1, sample)) * 0x7fff;
        if (this.filled === SAMPLES) {
          this.port.postMessage(this.piece.buffer, [this.piece.buffer]);
          this.piece = new Int16Array(SAMPLES);
          this.filled = 0;
        }
      }
    }
    return true;
  }
}

registerProcessor("pcm", Pcm);
