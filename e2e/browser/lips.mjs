/** Looks at the pixels of the page's video: whether they move, and how much of that is the mouth. */
export class Lips {
  constructor(page) {
    this.page = page;
  }

  /** Waits for the first picture and starts to watch. */
  async ready(timeout) {
    await this.page.waitForFunction(() => document.getElementById("video").videoWidth > 0, null, { timeout });
    await this.page.evaluate(() => {
      const video = document.getElementById("video");
      const canvas = document.createElement("canvas");
      // The mouth's place in the picture; head movement is a few pixels.
      const region = { x: 0.42, y: 0.56, w: 0.16, h: 0.2 };
      canvas.width = Math.round(video.videoWidth * region.w);
      canvas.height = Math.round(video.videoHeight * region.h);
      const context = canvas.getContext("2d", { willReadFrequently: true });
      const seen = { frames: 0, moves: [], dark: 0, last: null };
      window.lips = seen;
      const look = () => {
        const { videoWidth: w, videoHeight: h } = video;
        context.drawImage(video, w * region.x, h * region.y, canvas.width, canvas.height, 0, 0, canvas.width, canvas.height);
        const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
        let sum = 0;
        let dark = 0;
        for (let i = 0; i < pixels.length; i += 4) {
          sum += seen.last ? Math.abs(pixels[i] - seen.last[i]) : 0;
          // The inside of an open mouth is dark red: no other part of the region is.
          dark += pixels[i] < 130 && pixels[i + 1] < 70 ? 1 : 0;
        }
        if (sum > 0) {
          seen.frames++;
        }
        seen.moves.push({ at: performance.now(), by: sum / (pixels.length / 4) });
        seen.dark = dark / (pixels.length / 4);
        seen.last = pixels;
        video.requestVideoFrameCallback(look);
      };
      video.requestVideoFrameCallback(look);
    });
  }

  /** Mean change of a pixel of the mouth's region from frame to frame, over this time. */
  async movement(ms) {
    return this.page.evaluate(async (wait) => {
      const from = performance.now();
      await new Promise((done) => setTimeout(done, wait));
      const moves = window.lips.moves.filter((move) => move.at > from);
      return Number((moves.reduce((sum, move) => sum + move.by, 0) / Math.max(1, moves.length)).toFixed(3));
    }, ms);
  }

  /** Waits until the mouth is open, or for this time. */
  async open(ms) {
    await this.page.waitForFunction(() => window.lips.dark > 0.02, null, { timeout: ms }).catch(() => {});
  }

  /** Frames that differed from the one before. */
  async frames() {
    return this.page.evaluate(() => window.lips.frames);
  }
}
