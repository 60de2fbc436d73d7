/** The waterfall's looks; colours of a page that has none of these names are its own. */
export const STYLE = `
.trace { container-type: inline-size; margin: 0; font-variant-numeric: tabular-nums; color: var(--ink, light-dark(#1d2330, #e9e6df));
  --t-quiet: var(--quiet, light-dark(#5a5f6a, #a9aeb9)); --t-hair: var(--hair, light-dark(#e3dfd5, #2e323b));
  --t-bad: var(--bad, light-dark(#a8201a, #ff938c)); --t-focus: var(--accent, light-dark(#a83a25, #f0937a)); --t-sunk: var(--sunk, light-dark(#f2f0ea, #20232a)); }
.trace figcaption { display: flex; flex-wrap: wrap; gap: .4em 1.2em; align-items: baseline; margin: 0 0 .6em; }
.trace figcaption code { font-size: .85em; color: var(--t-quiet); overflow-wrap: anywhere; }
.trace .note { flex-basis: 100%; color: var(--t-quiet); margin: 0; }
.trace label { display: inline-flex; gap: .4em; align-items: center; min-height: 24px; }
.trace table { width: 100%; border-collapse: collapse; }
.trace th { text-align: left; font-weight: 600; color: var(--t-quiet); padding: .3em .6em .3em 0; border-bottom: 1px solid var(--t-hair); }
.trace td { padding: .25em .6em .25em 0; border-bottom: 1px solid var(--t-hair); vertical-align: top; }
.trace .num { text-align: right; white-space: nowrap; }
.trace .bar { width: 42%; min-width: 8em; padding-right: 0; }
.trace .bar svg { display: block; width: 100%; height: 1.1em; overflow: visible; }
.trace .name { overflow-wrap: anywhere; }
.trace .what { display: block; color: var(--t-quiet); font-size: .88em; }
.trace tr[aria-level="2"] .name { padding-left: 1em; }
.trace tr[aria-level="3"] .name { padding-left: 2em; }
.trace tr[aria-level="4"] .name { padding-left: 3em; }
.trace tr[aria-level="5"] .name { padding-left: 4em; }
.trace tr[aria-level="6"] .name { padding-left: 5em; }
.trace tr[aria-level="7"] .name, .trace tr[aria-level="8"] .name, .trace tr[aria-level="9"] .name { padding-left: 6em; }
.trace .twist { display: inline-block; width: 1.1em; color: var(--t-quiet); }
.trace tbody tr[role="row"] { cursor: default; }
.trace tbody tr[role="row"]:hover { background: var(--t-sunk); }
.trace tbody tr:focus { outline: 2px solid var(--t-focus); outline-offset: -2px; }
.trace .failed { color: var(--t-bad); font-weight: 600; }
.trace .axis { stroke: var(--t-hair); stroke-width: 1; vector-effect: non-scaling-stroke; }
.trace .waited { fill: none; stroke: var(--t-quiet); stroke-width: 1; stroke-dasharray: 3 3; vector-effect: non-scaling-stroke; }
.trace .detail td { background: var(--t-sunk); }
.trace dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: .2em 0; }
.trace dt { color: var(--t-quiet); } .trace dd { margin: 0; overflow-wrap: anywhere; }
.trace rect { fill: light-dark(#6b6f79, #9a9fab); }
.trace .r-door, .trace .r-projection { fill: light-dark(#5a5f6a, #b3b8c4); }
.trace .r-routing, .trace .r-assignment { fill: light-dark(#2b5f9e, #8dbbf2); }
.trace .r-take, .trace .r-session { fill: light-dark(#d9b7ad, #6d453a); }
.trace .r-queue { fill: light-dark(#c9a24a, #8a6a22); }
.trace .r-submit { fill: light-dark(#8a5600, #e5b45b); }
.trace .r-render, .trace .r-turn { fill: light-dark(#a83a25, #f0937a); }
.trace .r-fetch { fill: light-dark(#6d4a8f, #c3a5e4); }
.trace .r-scoring { fill: light-dark(#1c7a4a, #79d3a0); }
.trace .r-conclusion { fill: light-dark(#0f6b78, #6fd0dd); }
.trace .is-failed { stroke: var(--t-bad); stroke-width: 2; vector-effect: non-scaling-stroke; }
@container (max-width: 40em) {
  .trace thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  .trace table, .trace tbody { display: block; }
  .trace tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid var(--t-hair); padding: .3em 0; }
  .trace td { border: 0; padding: .1em .4em .1em 0; }
  .trace .room, .trace .begin { display: none; }
  .trace .bar, .trace .detail td { grid-column: 1 / -1; width: auto; }
}
@media (forced-colors: active) { .trace rect { fill: CanvasText; } .trace .is-failed { fill: Highlight; } }
`;

/** Makes the looks known to a document, once. */
export function dress(document) {
  const sheets = document.adoptedStyleSheets;
  if (!sheets.some((sheet) => sheet.ofTrace)) {
    const sheet = new CSSStyleSheet();
    sheet.ofTrace = true;
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...sheets, sheet];
  }
}
