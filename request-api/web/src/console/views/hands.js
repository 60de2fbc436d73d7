import { Ask } from "../parts/dialog.js";
import { useHouse } from "../parts/house.js";
import { html } from "../parts/view.js";

/** Stops a request, after it was asked what becomes of a render that cannot be stopped any more. */
export function Cancel({ request, close, done }) {
  const { desk, say } = useHouse();
  const act = async ({ unstoppable }) => {
    const { asked, free, underWay } = await desk.cancel(request.id, unstoppable);
    say(`Told to stop: ${asked}. ${free} cost nothing, ${underWay} a provider has.`);
    done();
  };
  return html`<${Ask} title="Cancel this request?" yes="Cancel it" danger act=${act} close=${close}>
    <p>Before the submit nothing is spent. After it the provider is asked to stop, and may not.</p>
    <${Unstoppable} />
  <//>`;
}

export function Unstoppable() {
  return html`<fieldset><legend>If it cannot be stopped</legend>
    <label class="tick"><input type="radio" name="unstoppable" value="keep" checked /> keep the clip; it is paid</label>
    <label class="tick"><input type="radio" name="unstoppable" value="drop" /> drop the clip; it is paid all the same</label>
  </fieldset>`;
}

/** A person's word on a clip. It wins over the machine's verdict and is recorded beside it. */
export function Rule({ request, word, take, close, done }) {
  const { desk, say } = useHouse();
  const approves = word === "approved";
  const act = async ({ by, reason }) => {
    const wish = { take: take.id, ...(by && { by }), ...(reason && { reason }) };
    sessionStorage.setItem("callsheet.by", by ?? "");
    await (approves ? desk.approve : desk.reject)(request.id, wish);
    say(`Take ${take.attempt} is ${word}.`);
    done();
  };
  return html`<${Ask} title=${approves ? `Approve take ${take.attempt}?` : `Reject take ${take.attempt}?`} yes=${approves ? "Approve" : "Reject"} danger=${!approves} act=${act} close=${close}>
    <p>${approves ? "The clip is taken as it is." : "The clip is not taken. Another take follows if takes and budget are left."}
      ${take.score?.measured && ` The machine said ${take.score.measured.verdict}.`}</p>
    <label for="by">Who says it <span class="quiet">(optional)</span></label>
    <input id="by" name="by" maxlength="200" value=${sessionStorage.getItem("callsheet.by") ?? ""} />
    <label for="reason">Why <span class="quiet">(optional)</span></label>
    <input id="reason" name="reason" maxlength="2000" />
  <//>`;
}
