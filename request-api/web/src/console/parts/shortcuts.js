import { useEffect } from "./view.js";

const TYPING = "input, textarea, select, [contenteditable]";

/**
 * Keys of a view: {"a": {name, do}}. They rest while somebody types or a dialog is open; "g r" is two keys, one after the
 * other.
 */
export function useKeys(keys) {
  useEffect(() => {
    let first = "";
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING) || document.querySelector("dialog[open]")) {
        return;
      }
      const chord = first && `${first} ${event.key}`;
      const found = keys[chord] ?? keys[event.key];
      first = Object.keys(keys).some((name) => name.startsWith(`${event.key} `)) ? event.key : "";
      if (found && !(event.key === " " && event.target.closest?.("button, a, summary"))) {
        event.preventDefault();
        found.do();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}

/** All that keys can do here, for people. */
export const LISTED = [
  ["Everywhere", [["g n", "new request"], ["g r", "requests"], ["g b", "batches"], ["g c", "campaigns"], ["g p", "characters"], ["g s", "sessions"], ["g o", "operators"], ["/", "to the filter"], ["?", "this list"]]],
  ["Lists", [["j, ↓", "next row"], ["k, ↑", "previous row"], ["Enter", "open it"]]],
  ["Clips", [["j", "next clip"], ["k", "previous clip"], ["Space", "play, pause"], ["a", "approve"], ["r", "reject"], ["s", "contact sheet, clip"]]],
];
