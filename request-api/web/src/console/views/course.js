import { away, share } from "../model/figures.js";
import { course } from "../model/story.js";
import { Bar } from "../parts/pieces.js";
import { html } from "../parts/view.js";

/** Where the request is on its way, and when it will be through. */
export function Course({ request, now }) {
  if (request.route === "avatar") {
    return null;
  }
  const { progress, ended, state } = request;
  const open = !ended && ["queued", "rendering", "unsure", "wedged"].includes(state);
  return html`<section class="course" aria-label="Progress">
    <ol>${course(request).map(({ name, is }) => html`<li class=${is} aria-current=${is === "now" ? "step" : undefined}>${name}</li>`)}</ol>
    ${open && html`<${Bar} share=${share(progress, progress?.statedAt ?? request.createdAt, now)} label="How far the take is" />`}
    ${open && progress?.likelyAt && html`<p class="quiet small">
      ${progress.place > 0 ? `${progress.place} before it in the queue. ` : ""}Likely there ${away(progress.likelyAt, now)}; 95 of 100 such takes ${away(progress.latestAt, now)}.
    </p>`}
  </section>`;
}
