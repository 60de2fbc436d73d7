import { bytes } from "../model/figures.js";
import { link } from "../model/route.js";
import { html, useRef } from "./view.js";

/**
 * A clip's player. Each answer brings a new link to the same clip: the first one stays in the player until it has run out, so
 * that nothing stutters while the story goes on.
 */
export function Clip({ clip, player, label = "The clip", autoplay }) {
  const kept = useRef({});
  if (kept.current.sha256 !== clip.sha256 || new Date(kept.current.linkExpiresAt) - Date.now() < 20_000) {
    kept.current = clip;
  }
  const source = link(kept.current.link);
  return html`<figure class="clip">
    ${source ? html`<video ref=${player} src=${source} controls loop muted playsinline preload="metadata" autoplay=${autoplay} width=${clip.width} height=${clip.height} aria-label=${label}></video>` : html`<p class="quiet">The clip has no link.</p>`}
    <figcaption>
      <span>${clip.width} × ${clip.height}, ${clip.seconds} s, ${bytes(clip.bytes)}</span>
      <code title=${`SHA-256 ${clip.sha256}`}>${clip.sha256.slice(0, 12)}…</code>
      ${link(clip.link) && html`<a href=${link(clip.link)} download>Download</a>`}
    </figcaption>
  </figure>`;
}

/** The contact sheet: worst and median frames beside the references. */
export function Sheet({ address, about }) {
  return link(address) ? html`<a class="sheet" href=${link(address)} target="_blank" rel="noreferrer"><img src=${link(address)} alt=${about} loading="lazy" /></a>` : null;
}
