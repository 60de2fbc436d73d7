/** A video element that knows when its last picture was shown. */
export class Screen {
  constructor(frame, leg) {
    this.leg = leg;
    this.source = null;
    this.shownAt = null;
    this.closed = false;
    this.video = document.createElement("video");
    this.video.autoplay = true;
    this.video.playsInline = true;
    this.video.muted = true;
    this.video.setAttribute("aria-label", "Video of the AI-generated avatar");
    frame.prepend(this.video);
    this.waiting = [];
    const seen = (now) => {
      this.shownAt = now;
      this.waiting.splice(0).forEach((done) => done(now));
      if (!this.closed) {
        this.video.requestVideoFrameCallback(seen);
      }
    };
    this.video.requestVideoFrameCallback(seen);
  }

  play(source) {
    if (this.closed) {
      source.close();
      return;
    }
    this.source = source;
    this.video.srcObject = source.stream;
  }

  /** The moment of the next picture, in the page's time. Stays open if none comes. */
  nextFrame() {
    return new Promise((done) => this.waiting.push(done));
  }

  /** Lets it be heard, or not; false if the browser wants a gesture of the user first. */
  async sound(on) {
    this.video.muted = !on;
    try {
      await this.video.play();
      return true;
    } catch (e) {
      if (e.name !== "NotAllowedError") {
        return true;
      }
      this.video.muted = true;
      await this.video.play().catch(() => {});
      return false;
    }
  }

  close() {
    this.closed = true;
    this.source?.close();
    this.video.srcObject = null;
    this.video.remove();
  }
}
