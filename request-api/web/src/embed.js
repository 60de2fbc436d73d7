import { frame } from "./embed/frame.js";

/**
 * The script for partners' pages:
 *
 *   <script src="https://.../live/embed.js" data-turns="wss://..." data-target="#avatar"></script>
 *
 * data-turns is a viewer's address as POST /v1/sessions/{id}/viewers gives it: a short-lived pass for one session, no
 * API key. Without it nothing is shown until the page calls CallsheetLive.open({turns, target, width, height}).
 */
const script = document.currentScript;
const page = new URL("embed.html", script.src);

window.CallsheetLive = {
  open: (wish) => frame(page, wish),
};

if (script.dataset.turns) {
  const { turns, target, width, height } = script.dataset;
  const place = target ? document.querySelector(target) : script.parentElement.insertBefore(document.createElement("div"), script);
  frame(page, { turns, target: place, width, height });
}
