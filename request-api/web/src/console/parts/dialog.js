import { Trouble } from "./pieces.js";
import { useDeed } from "./answers.js";
import { html, useEffect, useRef } from "./view.js";

/**
 * Asks before something is done. `act` may fail: then the dialog stays and says why.
 *
 * @param act is given the form's fields
 */
export function Ask({ title, yes, danger, act, close, children }) {
  const dialog = useRef();
  const deed = useDeed(async (fields) => {
    await act(fields);
    close();
  });
  useEffect(() => {
    const before = document.activeElement;
    dialog.current.showModal();
    return () => before?.isConnected && before.focus();
  }, []);
  const send = (event) => {
    event.preventDefault();
    deed.run(Object.fromEntries(new FormData(event.target)));
  };
  return html`<dialog ref=${dialog} onCancel=${close} onClose=${close} aria-labelledby="ask-title">
    <form onSubmit=${send}>
      <h2 id="ask-title">${title}</h2>
      ${children}
      <${Trouble} error=${deed.error} />
      <div class="answers">
        <button type="button" onClick=${close}>Leave it</button>
        <button type="submit" class=${danger ? "danger" : "primary"} disabled=${deed.busy}>${yes}</button>
      </div>
    </form>
  </dialog>`;
}

/** A dialog that only tells. */
export function Tell({ title, close, children }) {
  const dialog = useRef();
  useEffect(() => {
    dialog.current.showModal();
  }, []);
  return html`<dialog ref=${dialog} onCancel=${close} onClose=${close} aria-labelledby="tell-title">
    <form method="dialog">
      <h2 id="tell-title">${title}</h2>
      ${children}
      <div class="answers"><button type="submit" class="primary">Close</button></div>
    </form>
  </dialog>`;
}
