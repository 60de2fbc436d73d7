const WAIT_MS = 60_000;

/** The console, driven as a person would: by what is seen on it, and mostly by keyboard. */
export class ConsolePage {
  constructor(page, result) {
    this.page = page;
    page.on("pageerror", (e) => result.problems.push(`page error: ${e.message}`));
    page.on("console", (line) => /Content Security Policy|Content-Security-Policy/.test(line.text()) && result.problems.push(line.text().slice(0, 200)));
    page.on("dialog", (dialog) => (result.problems.push(`a dialog: ${dialog.message()}`), dialog.dismiss()));
  }

  async open(url) {
    await this.page.goto(url);
  }

  async signIn(key) {
    await this.page.fill("#key", key);
    await this.page.press("#key", "Enter");
  }

  async inside() {
    await this.page.waitForSelector(".shell h1");
  }

  /** Goes to an address of the page, as its links do. */
  async to(hash, title) {
    await this.page.evaluate((to) => (location.hash = to), hash);
    await this.page.getByRole("heading", { level: 1, name: title }).waitFor();
  }

  /** Two keys, one after the other: "g r". */
  async keys(keys) {
    for (const key of keys.split(" ")) {
      await this.page.keyboard.press(key);
    }
  }

  /** Tabs on until what is wanted has the focus. */
  async tabTo(selector, most = 80) {
    for (let i = 0; i < most; i++) {
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${selector} is not reached by the tab key`);
  }

  /** Types into a field that is found by its label. */
  async write(label, text) {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  /** The request as JSON, for those who know the form. */
  async json(body) {
    await this.page.locator("summary", { hasText: "The request as JSON" }).click();
    await this.page.fill("#as-json", JSON.stringify(body));
  }

  /** Waits for the plan of what stands there now. @return its words */
  async plan() {
    await this.page.waitForSelector("#spend:not([disabled])", { timeout: WAIT_MS });
    return this.page.textContent("#spend");
  }

  async state(word, timeout = WAIT_MS) {
    await this.page.locator(".head .state", { hasText: word }).waitFor({ timeout });
  }

  /** Plays the clip. @return how far it came, and how large it is */
  async play() {
    const video = this.page.locator(".clip video").first();
    await video.waitFor({ timeout: WAIT_MS });
    return video.evaluate(async (element) => {
      element.muted = true;
      await element.play();
      await new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error("the clip does not play")), 8000);
        element.ontimeupdate = () => element.currentTime > 0.1 && resolve();
      });
      return { at: element.currentTime, width: element.videoWidth, height: element.videoHeight };
    });
  }

  said(words) {
    return this.page.locator(".said", { hasText: words }).waitFor({ timeout: WAIT_MS });
  }

  /** A JPEG of that size, made by the browser itself. */
  async picture(width, height, colour) {
    const page = await this.page.context().newPage();
    await page.setViewportSize({ width, height });
    await page.setContent(`<body style="margin:0;background:linear-gradient(135deg,${colour},#222);height:100vh"><p style="font:72px sans-serif;color:#fff;padding:2rem;margin:0">${colour}</p>`);
    const bytes = await page.screenshot({ type: "jpeg" });
    await page.close();
    return bytes;
  }
}
