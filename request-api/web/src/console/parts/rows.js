import { useKeys } from "./shortcuts.js";
import { useRef } from "./view.js";

/** Arrow keys, j and k go from row to row of a list: whatever has `data-row` in it takes the focus. */
export function useRows() {
  const list = useRef();
  const move = (step) => {
    const rows = [...(list.current?.querySelectorAll("[data-row]") ?? [])];
    const now = rows.indexOf(document.activeElement);
    rows[now < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, now + step))]?.focus();
  };
  const next = { do: () => move(1) };
  const previous = { do: () => move(-1) };
  useKeys({ j: next, ArrowDown: next, k: previous, ArrowUp: previous });
  return list;
}
