const NAME = "callsheet-live";

/**
 * Puts a conversation into a page: a frame of our own origin, so that neither page can read or restyle the other. Its
 * lower right corner can be dragged. The place is told `callsheet-state` (detail {state, text}).
 *
 * @param page address of embed.html
 * @param {{turns: string, target: Element | string, width?: string, height?: string}} wish sizes are CSS lengths
 * @returns {{element: HTMLElement, close: () => void}}
 */
export function frame(page, { turns, target, width = "100%", height = "34rem" }) {
  if (!/^wss?:$/.test(new URL(turns).protocol)) {
    throw new TypeError("turns: allowed is the ws or wss address of a viewer's pass.");
  }
  const place = typeof target === "string" ? document.querySelector(target) : target;
  const box = document.createElement("div");
  Object.assign(box.style, { width, height, minWidth: "280px", minHeight: "320px", maxWidth: "100%", resize: "both", overflow: "hidden" });
  const inner = document.createElement("iframe");
  inner.title = "Conversation with an AI-generated avatar";
  inner.allow = "microphone; autoplay";
  inner.referrerPolicy = "no-referrer";
  // The pass stays behind the #: it is sent to no server but the one that it is for.
  inner.src = `${page}#${new URLSearchParams({ turns })}`;
  Object.assign(inner.style, { width: "100%", height: "calc(100% - 1rem)", border: "0", borderRadius: "12px", colorScheme: "light dark" });
  box.append(inner);
  place.append(box);
  const hear = ({ source, origin, data }) => {
    if (source === inner.contentWindow && origin === page.origin && data?.from === NAME) {
      place.dispatchEvent(new CustomEvent("callsheet-state", { bubbles: true, detail: { state: data.state, text: data.text } }));
    }
  };
  window.addEventListener("message", hear);
  return {
    element: box,
    close() {
      window.removeEventListener("message", hear);
      box.remove();
    },
  };
}
