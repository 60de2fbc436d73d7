const LOBES = 8;
const PHASES = 64;

/** Brings a stream of samples to a lower rate, without the tones that the lower rate cannot carry (windowed sinc). */
export class Resampler {
  constructor(from, to) {
    this.step = from / to;
    this.reach = Math.ceil(LOBES * Math.max(1, this.step));
    this.kept = new Float32Array(2 * this.reach);
    this.at = this.reach;
    this.kernels = Array.from({ length: PHASES }, (_, phase) => this.kernel(phase / PHASES));
  }

  /** @param {Float32Array} block any number of samples @returns {number[]} those of the lower rate that are complete */
  take(block) {
    const samples = new Float32Array(this.kept.length + block.length);
    samples.set(this.kept);
    samples.set(block, this.kept.length);
    const out = [];
    for (; this.at + this.reach < samples.length; this.at += this.step) {
      const first = Math.floor(this.at) - this.reach + 1;
      const kernel = this.kernels[Math.floor((this.at % 1) * PHASES)];
      out.push(kernel.reduce((sum, weight, i) => sum + weight * samples[first + i], 0));
    }
    this.kept = samples.slice(samples.length - 2 * this.reach);
    this.at -= block.length;
    return out;
  }

  /** Weights of the samples around a moment that lies this far behind a sample. */
  kernel(fraction) {
    const cut = 1 / Math.max(1, this.step);
    const weights = Float32Array.from({ length: 2 * this.reach }, (_, i) => {
      const distance = i - this.reach + 1 - fraction;
      const x = Math.PI * distance * cut;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / this.reach);
      return Math.abs(distance) >= this.reach ? 0 : (x === 0 ? 1 : Math.sin(x) / x) * window;
    });
    const sum = weights.reduce((a, b) => a + b);
    return weights.map((weight) => weight / sum);
  }
}
