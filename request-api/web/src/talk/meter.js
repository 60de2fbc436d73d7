/** Shows how loud the avatar is; the figure, 0 to 1, is also in the bar's data-level. */
export class Meter {
  constructor(bar) {
    this.bar = bar;
  }

  follow(stream) {
    this.source?.disconnect();
    if (stream.getAudioTracks().length === 0) {
      return;
    }
    this.context ??= this.listening();
    this.analyser ??= Object.assign(this.context.createAnalyser(), { fftSize: 1024 });
    this.source = this.context.createMediaStreamSource(stream);
    this.source.connect(this.analyser);
    this.context.resume();
    if (!this.samples) {
      this.samples = new Float32Array(this.analyser.fftSize);
      this.draw();
    }
  }

  /** Browsers let sound be looked at only after a gesture. */
  listening() {
    const context = new AudioContext();
    for (const gesture of ["pointerdown", "keydown"]) {
      document.addEventListener(gesture, () => context.state === "suspended" && context.resume(), { passive: true });
    }
    return context;
  }

  draw() {
    this.analyser.getFloatTimeDomainData(this.samples);
    const power = this.samples.reduce((sum, sample) => sum + sample * sample, 0) / this.samples.length;
    const level = Math.min(1, Math.sqrt(power) * 4);
    this.bar.dataset.level = level.toFixed(3);
    this.bar.style.transform = `scaleX(${level.toFixed(3)})`;
    this.frame = requestAnimationFrame(() => this.draw());
  }

  close() {
    cancelAnimationFrame(this.frame);
    this.context?.close();
    this.context = null;
    this.bar.style.transform = "scaleX(0)";
  }
}
