/** Looks at the pixels of the page's video, whichever element shows it: whether they move, and how open the mouth is. */
export class Lips {
  /** @param page a page or a frame with a conversation in it */
  constructor(page) {
    this.page = page;
  }

  /** Waits for the first picture and starts to watch. */
  async ready(timeout) {
    await this.page.waitForFunction(() => document.querySelector("video[data-shown]")?.videoWidth > 0, null, { timeout });
    await this.page.evaluate(() => {
      // The mouth's place in the picture; head movement is a few pixels.
      const region = { x: 0.42, y: 0.56, w: 0.16, h: 0.2 };
      const canvas = document.createElement("canvas");
      const context = canvas.getContext("2d", { willReadFrequently: true });
      const seen = { frames: 0, moves: [], last: null, levels: [] };
      window.lips = seen;
      let watched = null;
      const look = (video) => {
        if (video !== watched || !video.isConnected) {
          return;
        }
        const { videoWidth: w, videoHeight: h } = video;
        canvas.width = Math.round(w * region.w);
        canvas.height = Math.round(h * region.h);
        context.drawImage(video, w * region.x, h * region.y, canvas.width, canvas.height, 0, 0, canvas.width, canvas.height);
        const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
        let sum = 0;
        let dark = 0;
        let light = 0;
        for (let i = 0; i < pixels.length; i += 4) {
          sum += seen.last?.length === pixels.length ? Math.abs(pixels[i] - seen.last[i]) : 0;
          // The inside of an open mouth is dark red: no other part of the region is.
          dark += pixels[i] < 130 && pixels[i + 1] < 70 ? 1 : 0;
          light += pixels[i];
        }
        const count = pixels.length / 4;
        seen.frames += sum > 0 ? 1 : 0;
        seen.moves.push({ at: performance.now(), by: sum / count, open: dark / count, light: light / count });
        seen.last = pixels;
        video.requestVideoFrameCallback(() => look(video));
      };
      const find = () => {
        const video = document.querySelector("video[data-shown]");
        if (video && video !== watched) {
          watched = video;
          look(video);
        }
      };
      new MutationObserver(find).observe(document.getElementById("frame"), { subtree: true, childList: true, attributeFilter: ["data-shown"] });
      find();
      setInterval(() => seen.levels.push({ at: performance.now(), level: Number(document.getElementById("level").dataset.level) }), 20);
    });
  }

  /** Mean change of a pixel of the mouth's region from frame to frame, and the mean level of the voice, over this time. */
  async watch(ms) {
    return this.page.evaluate(async (wait) => {
      const from = performance.now();
      await new Promise((done) => setTimeout(done, wait));
      const mean = (list, key) => Number((list.reduce((sum, one) => sum + one[key], 0) / Math.max(1, list.length)).toFixed(3));
      const since = (list) => list.filter((one) => one.at > from);
      return { movement: mean(since(window.lips.moves), "by"), level: mean(since(window.lips.levels), "level") };
    }, ms);
  }

  /** Waits until the mouth is open, or for this time. */
  async open(ms) {
    await this.page.waitForFunction(() => window.lips.moves.at(-1).open > 0.02, null, { timeout: ms }).catch(() => {});
  }

  /**
   * Clicks a button and sees for how long the mouth is open and the voice is heard from then on, in ms.
   *
   * @param ms how long it looks
   */
  async silencedBy(selector, ms) {
    return this.page.evaluate(
      async ([button, wait]) => {
        const from = performance.now();
        document.querySelector(button).click();
        await new Promise((done) => setTimeout(done, wait));
        const last = (list, holds) => Math.max(0, Math.round((list.filter((one) => one.at > from && holds(one)).at(-1)?.at ?? from) - from));
        return {
          mouthMs: last(window.lips.moves, (move) => move.open > 0.02),
          voiceMs: last(window.lips.levels, (one) => one.level > 0.02),
        };
      },
      [selector, ms],
    );
  }

  /** Frames that differed from the one before. */
  async frames() {
    return this.page.evaluate(() => window.lips.frames);
  }
}
