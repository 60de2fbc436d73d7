import { percent } from "../model/figures.js";
import { html } from "./view.js";

/** A rate with its interval on a line from 0 to 100 %. */
export function Interval({ of, wide }) {
  if (!of || !of.takes) {
    return html`<span class="quiet">nothing measured</span>`;
  }
  const words = `${percent(of.rate)} of ${of.takes} takes; between ${percent(of.low)} and ${percent(of.high)} at 95 %`;
  return html`<svg class=${wide ? "interval wide" : "interval"} viewBox="0 0 200 16" preserveAspectRatio="none" role="img" aria-label=${words}>
    <title>${words}</title>
    <line class="axis" x1="0" x2="200" y1="8" y2="8" />
    <rect class="span" x=${200 * of.low} width=${Math.max(1, 200 * (of.high - of.low))} y="5" height="6" rx="3" />
    <rect class="point" x=${Math.min(197, Math.max(0, 200 * of.rate - 1.5))} width="3" y="1" height="14" rx="1" />
  </svg>`;
}
