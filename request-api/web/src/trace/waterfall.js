/** A request's trace as a table with a bar in each row: for eyes, keyboards and screen readers alike. */
import { inWords, length, room, ROOMS, rows, summary } from "./rows.js";
import { dress } from "./style.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 1000;

/**
 * Draws a trace into a container, in place of what is there.
 *
 * @param trace the answer of GET /v1/requests/{id}/trace
 * @returns {{update: (trace) => void, remove: () => void}}
 */
export function waterfall(container, trace) {
  const state = { trace, everything: false, closed: new Set(), detailed: new Set(), current: null };
  const figure = element("figure", { class: "trace" });
  const head = element("figcaption");
  const body = element("tbody");
  dress(container.ownerDocument);
  figure.append(head, table(body));
  container.replaceChildren(figure);
  body.addEventListener("keydown", (event) => onKey(event, state, draw));
  body.addEventListener("click", (event) => onClick(event, state, draw));

  function draw(focus) {
    caption(head, state, draw);
    const shown = rows(state.trace, state);
    if (!shown.some(({ span }) => span.id === state.current)) {
      state.current = shown[0]?.span.id ?? null;
    }
    body.replaceChildren(...shown.flatMap((row) => line(row, state)));
    if (focus) {
      body.querySelector('[tabindex="0"]')?.focus();
    }
  }

  draw(false);
  return {
    update(next) {
      state.trace = next;
      draw(body.contains(container.ownerDocument.activeElement));
    },
    remove: () => figure.remove(),
  };
}

function caption(head, state, draw) {
  const box = element("input", { type: "checkbox" });
  box.checked = state.everything;
  box.addEventListener("change", () => {
    state.everything = box.checked;
    draw(false);
  });
  const label = element("label");
  label.append(box, "every event and call");
  const parts = [element("strong", {}, summary(state.trace)), element("code", {}, state.trace.traceId ?? ""), label];
  if (state.trace.from === "facts") {
    const note = "Drawn from the request's history: the services' own spans are switched off, or not kept any more.";
    parts.push(element("p", { class: "note" }, note));
  }
  if (head.contains(head.ownerDocument.activeElement)) {
    head.replaceChildren(...parts);
    box.focus();
  } else {
    head.replaceChildren(...parts);
  }
}

function table(body) {
  const table = element("table", { role: "treegrid", "aria-label": "What was done for the request" });
  const columns = [["What"], ["Room", "room"], ["Begins", "num begin"], ["Takes", "num"], ["Picture", "bar"]];
  const row = element("tr", { role: "row" });
  for (const [name, kind] of columns) {
    row.append(element("th", { scope: "col", role: "columnheader", class: kind ?? "name" }, name));
  }
  const head = element("thead", { role: "rowgroup" });
  head.append(row);
  body.setAttribute("role", "rowgroup");
  table.append(head, body);
  return table;
}

function line(row, state) {
  const { span, level, children, open } = row;
  const line = element("tr", {
    role: "row",
    "data-id": span.id,
    "aria-level": level,
    tabindex: span.id === state.current ? "0" : "-1",
    ...(children ? { "aria-expanded": String(open) } : {}),
  });
  const name = element("td", { role: "gridcell", class: "name" });
  name.append(element("span", { class: "twist", "aria-hidden": "true" }, children ? (open ? "▾" : "▸") : ""), span.name);
  if (span.failed) {
    name.append(" ", element("span", { class: "failed" }, "failed"));
  }
  if (span.what) {
    name.append(element("span", { class: "what" }, span.what));
  }
  line.append(
    name,
    element("td", { role: "gridcell", class: "room" }, ROOMS[room(span)]),
    element("td", { role: "gridcell", class: "num begin" }, length(row.offset)),
    element("td", { role: "gridcell", class: "num" }, length(span.durationMs)),
    picture(row, state.trace),
  );
  return state.detailed.has(span.id) ? [line, detail(row)] : [line];
}

/** What waits before it begins is a dashed line up to its bar. */
function picture(row, trace) {
  const cell = element("td", { role: "gridcell", class: "bar", "aria-label": inWords(row) });
  const svg = draw("svg", { viewBox: `0 0 ${WIDE} 16`, preserveAspectRatio: "none", "aria-hidden": "true" });
  for (const quarter of [0, 0.25, 0.5, 0.75, 1]) {
    svg.append(draw("line", { x1: quarter * WIDE, x2: quarter * WIDE, y1: 0, y2: 16, class: "axis" }));
  }
  const x = row.from * WIDE;
  const waited = ((row.span.waitedMs ?? 0) / Math.max(trace.durationMs, 0.001)) * WIDE;
  if (waited > 4) {
    svg.append(draw("line", { x1: Math.max(0, x - waited), x2: x, y1: 8, y2: 8, class: "waited" }));
  }
  svg.append(
    draw("rect", {
      x: Math.min(x, WIDE - 3),
      y: 3,
      width: Math.max(3, (row.to - row.from) * WIDE),
      height: 10,
      class: `r-${room(row.span)}${row.span.failed ? " is-failed" : ""}`,
    }),
  );
  cell.append(svg);
  return cell;
}

function detail({ span, offset }) {
  const facts = [
    ["service", span.service],
    ["room", ROOMS[room(span)]],
    ["begins", `${span.startedAt} (after ${length(offset)})`],
    ["takes", length(span.durationMs)],
    ["waited before", span.waitedMs == null ? null : length(span.waitedMs)],
    ["take", span.attempt],
    ["span", span.id],
    ...(span.events ?? []).map((event) => [event.name, event.at]),
  ];
  const list = element("dl");
  for (const [name, value] of facts.filter(([, value]) => value != null)) {
    list.append(element("dt", {}, name), element("dd", {}, String(value)));
  }
  const row = element("tr", { role: "row", class: "detail" });
  const cell = element("td", { role: "gridcell", colspan: "5" });
  cell.append(list);
  row.append(cell);
  return row;
}

function onClick(event, state, draw) {
  const line = event.target.closest("tr[data-id]");
  if (!line) {
    return;
  }
  state.current = line.dataset.id;
  if (event.target.closest(".twist") && line.hasAttribute("aria-expanded")) {
    toggle(state.closed, line.dataset.id);
  } else {
    toggle(state.detailed, line.dataset.id);
  }
  draw(true);
}

function onKey(event, state, draw) {
  const shown = rows(state.trace, state);
  const at = shown.findIndex(({ span }) => span.id === state.current);
  const here = shown[at];
  const to = (index) => (state.current = shown[Math.min(shown.length - 1, Math.max(0, index))].span.id);
  switch (here && !event.altKey && !event.ctrlKey && !event.metaKey ? event.key : "") {
    case "ArrowDown":
      to(at + 1);
      break;
    case "ArrowUp":
      to(at - 1);
      break;
    case "Home":
      to(0);
      break;
    case "End":
      to(shown.length - 1);
      break;
    case "ArrowRight":
      if (here.children && !here.open) {
        state.closed.delete(here.span.id);
      } else if (here.children) {
        to(at + 1);
      }
      break;
    case "ArrowLeft":
      if (here.children && here.open) {
        state.closed.add(here.span.id);
      } else {
        to(shown.slice(0, at).findLastIndex(({ level }) => level < here.level));
      }
      break;
    case "Enter":
    case " ":
      toggle(state.detailed, here.span.id);
      break;
    default:
      return;
  }
  event.preventDefault();
  draw(true);
}

function toggle(set, id) {
  if (!set.delete(id)) {
    set.add(id);
  }
}

function element(name, attributes = {}, text) {
  const made = document.createElement(name);
  set(made, attributes);
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function draw(name, attributes) {
  const made = document.createElementNS(SVG, name);
  set(made, attributes);
  return made;
}

function set(made, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
}
