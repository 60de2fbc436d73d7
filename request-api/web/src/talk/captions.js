const STAYS_MS = 2500;

/** The sentence that is being spoken, in the picture. */
export class Captions {
  constructor(element) {
    this.element = element;
  }

  sentence(text) {
    clearTimeout(this.gone);
    this.element.textContent = text;
    this.element.hidden = false;
  }

  /** The voice stopped: a cut sentence goes at once, a finished one may still be read. */
  quiet(interrupted) {
    clearTimeout(this.gone);
    this.gone = setTimeout(() => (this.element.hidden = true), interrupted ? 0 : STAYS_MS);
  }

  /** Whoever does not hear the voice has it read out; for the others that would be two voices at once. */
  readOut(wanted) {
    this.element.setAttribute("aria-live", wanted ? "polite" : "off");
  }
}
