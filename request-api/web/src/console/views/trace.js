import { short } from "../model/figures.js";
import { to } from "../model/route.js";
import { useAgain, useAnswer } from "../parts/answers.js";
import { useHouse } from "../parts/house.js";
import { Answer, Head } from "../parts/pieces.js";
import { html, useEffect, useRef } from "../parts/view.js";
import { waterfall } from "../../trace/waterfall.js";

/** Where a request's time went, over all services. */
export function Trace({ rest: [id] }) {
  return html`<${Head} title=${`Trace of ${short(id)}`}><a class="button" href=${to(["requests", id])}>Back to the request</a><//>
    <${Waterfall} id=${id} />`;
}

/** @param stamp another one asks anew */
export function Waterfall({ id, stamp }) {
  const { desk } = useHouse();
  const trace = useAnswer(() => desk.trace(id), [desk, id]);
  useAgain(trace, stamp);
  return html`<${Answer} of=${trace} what="Putting the trace together">${(value) => html`<${Drawn} trace=${value} />`}<//>`;
}

function Drawn({ trace }) {
  const place = useRef();
  const shown = useRef();
  useEffect(() => {
    if (shown.current) {
      shown.current.update(trace);
    } else {
      shown.current = waterfall(place.current, trace);
    }
  }, [trace]);
  useEffect(() => () => shown.current?.remove(), []);
  return html`<div class="trace" ref=${place}></div>`;
}
