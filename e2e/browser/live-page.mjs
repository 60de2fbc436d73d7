const WAIT_MS = 20_000;

/** The live page, driven as a person would: by what is seen on it. */
export class LivePage {
  constructor(page, result) {
    this.page = page;
    this.sessionId = null;
    page.on("pageerror", (e) => result.problems.push(`page error: ${e.message}`));
    page.on("response", async (r) => {
      if (r.request().method() === "POST" && r.url().endsWith("/v1/sessions") && r.ok()) {
        result.sessionId = this.sessionId = (await r.json()).sessionId;
      }
    });
  }

  /** Opens the page, starts a session and waits until it is live. */
  async start({ url, key, avatar, mode, sandbox }) {
    await this.page.goto(url);
    await this.page.fill("#key", key);
    if (avatar) {
      await this.page.fill("#avatar", avatar);
    }
    if (mode) {
      await this.page.selectOption("#mode", mode);
    }
    await this.page.setChecked("#sandbox", Boolean(sandbox));
    await this.page.click("#start button[type=submit]");
    await this.state("live");
  }

  async say(text) {
    await this.page.fill("#text", text);
    await this.page.press("#text", "Enter");
  }

  state(name, timeout = WAIT_MS) {
    return this.page.waitForSelector(`body[data-state="${name}"]`, { timeout });
  }

  turn(number, state, timeout = WAIT_MS) {
    return this.page.waitForSelector(`[data-turn="${number}"][data-state="${state}"]`, { timeout });
  }

  turns() {
    return this.page.$$eval(".turn[data-turn]", (items) =>
      items.map((item) => ({
        turn: Number(item.dataset.turn),
        interrupted: item.dataset.state === "interrupted",
        firstFrameMs: item.dataset.firstFrameMs ? Number(item.dataset.firstFrameMs) : null,
        answered: item.querySelector(".answered").textContent.length > 0,
      })),
    );
  }

  async end() {
    await this.page.click("#end");
    await this.state("ended");
    return this.page.textContent("#status");
  }
}
