import { Microphone } from "./microphone.js";

/**
 * The two ways to speak: hold a button or the space bar, or leave the microphone open and let the service tell speech
 * from silence.
 */
export class PushToTalk {
  /** @param send gives a message or audio to the service @param trouble is told in words why it does not work */
  constructor({ hold, open, send, trouble }) {
    Object.assign(this, { hold, openButton: open, send, trouble, mode: "off", wanted: "off" });
    this.microphone = new Microphone((piece) => this.mode !== "off" && send(piece));
    hold.addEventListener("pointerdown", (e) => {
      if (e.button === 0 && !hold.disabled) {
        hold.setPointerCapture(e.pointerId);
        this.press();
      }
    });
    hold.addEventListener("pointerup", () => this.letGo());
    hold.addEventListener("pointercancel", () => this.letGo());
    hold.addEventListener("contextmenu", (e) => e.preventDefault());
    open.addEventListener("click", () => this.want(this.wanted === "open" ? "off" : "open"));
    document.addEventListener("keydown", (e) => this.key(e));
    document.addEventListener("keyup", (e) => (e.key === " " || e.key === "Enter") && this.letGo());
    window.addEventListener("blur", () => this.letGo());
  }

  key(e) {
    const onHold = e.target === this.hold && (e.key === " " || e.key === "Enter");
    // A space alone is no text: in an empty field it is the talk key too.
    const free = e.key === " " && (!e.target.closest("input, textarea, button, a, select, summary") || (e.target.id === "text" && !e.target.value));
    if ((onHold || free) && !this.hold.disabled && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      if (!e.repeat) {
        this.press();
      }
    }
  }

  press() {
    if (this.wanted === "off") {
      this.want("hold");
    }
  }

  letGo() {
    if (this.wanted === "hold") {
      this.want("off");
    }
  }

  /** @param mode off, hold or open; asking for the device may take its time, and the wish may have changed by then */
  async want(mode) {
    this.wanted = mode;
    if (mode !== "off") {
      this.show();
      try {
        await this.microphone.open();
      } catch (e) {
        this.wanted = "off";
        this.trouble(e.message);
      }
    }
    this.become(this.wanted);
  }

  become(mode) {
    if (this.mode !== mode) {
      const from = this.mode;
      this.mode = mode;
      if (from !== "off") {
        this.send({ type: from === "hold" ? "talk.stop" : "mic.close" });
        this.microphone.rest();
      }
      if (mode !== "off") {
        this.microphone.listen();
        this.announce();
      }
    }
    this.show();
  }

  /** Tells the service (again, after the line came back) that audio follows. */
  announce() {
    if (this.mode !== "off") {
      this.send({ type: this.mode === "hold" ? "talk.start" : "mic.open" });
    }
  }

  show() {
    this.hold.setAttribute("aria-pressed", String(this.wanted === "hold"));
    this.openButton.setAttribute("aria-pressed", String(this.wanted === "open"));
    document.body.dataset.microphone = this.mode === this.wanted ? this.mode : "asking";
  }

  close() {
    this.wanted = "off";
    this.become("off");
    this.microphone.close();
  }
}
