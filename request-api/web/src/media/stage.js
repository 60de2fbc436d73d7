import { Screen } from "./screen.js";
import { openSource } from "./source.js";

const AGAIN_MS = [300, 1000, 2000, 4000];

/**
 * Where the avatar is seen. The next picture is made ready beneath the present one, and takes its place only when it
 * has its first frame: nobody sees a black picture.
 *
 * Tells by events: `picture` (a leg is shown; detail {leg, gapMs}), `trouble` (no picture; detail is the reason),
 * `silent` (the browser plays sound only after a gesture), `vendor` (the provider's words in the room).
 */
export class Stage extends EventTarget {
  constructor(frame) {
    super();
    this.frame = frame;
    this.muted = false;
    this.shown = null;
    this.coming = null;
    this.over = false;
  }

  /** Makes the picture of a leg ready, unseen. Resolves with its first frame; false if something else came between. */
  async prepare(leg, media) {
    this.coming?.close();
    const screen = new Screen(this.frame, leg);
    this.coming = screen;
    const first = screen.nextFrame();
    for (let attempt = 0; this.coming === screen && !this.over; attempt++) {
      let broken;
      const breaks = new Promise((_, no) => (broken = () => no(new Error("the connection broke."))));
      breaks.catch(() => {});
      const lost = (taken) => (this.shown === screen ? this.again(screen, media, taken) : broken());
      try {
        screen.play(await openSource(media, leg, lost, (payload) => this.tell("vendor", payload)));
        await Promise.race([first, breaks]);
        return this.coming === screen;
      } catch (e) {
        screen.source?.close();
        if (this.coming === screen) {
          this.tell("trouble", e.message);
        }
        if (media?.kind !== "whep" && media?.kind !== "livekit") {
          return false;
        }
        await new Promise((done) => setTimeout(done, AGAIN_MS[Math.min(attempt, AGAIN_MS.length - 1)]));
      }
    }
    return false;
  }

  /** Shows a leg that was made ready, at its first frame if that has not come yet. */
  async show(leg) {
    const next = this.coming;
    if (next?.leg !== leg) {
      return;
    }
    if (next.shownAt === null) {
      await next.nextFrame();
    }
    if (this.coming === next) {
      await this.swap(next);
    }
  }

  async swap(next) {
    const before = this.shown;
    const following = next.nextFrame();
    const last = before?.shownAt ?? null;
    this.shown = next;
    this.coming = null;
    next.video.dataset.shown = "";
    if (before) {
      before.video.muted = true;
      delete before.video.dataset.shown;
    }
    this.sound(!this.muted);
    const gapMs = last === null ? null : Math.max(0, Math.round((await following) - last));
    before?.close();
    this.tell("picture", { leg: next.leg, gapMs });
  }

  async sound(on) {
    this.muted = !on;
    if (this.shown && !(await this.shown.sound(on))) {
      this.muted = true;
      this.tell("silent");
    }
  }

  /** Says something to the provider in the room; only a LiveKit room can be spoken in. */
  async publish(payload) {
    await this.shown?.source?.publish?.(payload);
  }

  /** The shown picture has stopped coming: its last frame stays until it, or the next leg, is there. */
  again(screen, media, taken) {
    if (taken) {
      this.tell("trouble", "it has been opened in another window, and the provider shows it once.");
    } else if (!this.over && !this.coming) {
      this.prepare(screen.leg, media).then((ready) => ready && this.show(screen.leg));
    }
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  close() {
    this.over = true;
    this.coming?.close();
    this.shown?.close();
    this.coming = this.shown = null;
  }
}
