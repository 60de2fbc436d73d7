import { Talk } from "./talk/talk.js";

const turns = new URLSearchParams(location.hash.slice(1)).get("turns");

function tell(state, text) {
  // The page around us may be of any origin; what it is told is no secret.
  window.parent.postMessage({ from: "callsheet-live", state, text }, "*");
}

function open() {
  const talk = new Talk(turns);
  talk.addEventListener("state", ({ detail }) => tell(detail.state, detail.text));
}

if (turns && /^wss?:/.test(turns)) {
  open();
} else {
  document.getElementById("curtain").textContent = "This page needs a viewer's pass.";
  tell("ended", "This page needs a viewer's pass.");
}
