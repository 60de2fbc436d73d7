import { html, useEffect, useState } from "../parts/view.js";

/** The request as it will be sent, to be read, or to be written by those who know the form. */
export function AsJson({ body, write }) {
  const shown = JSON.stringify(body, null, 2);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    if (!wrong && !same(text, body)) {
      setText(shown);
    }
  }, [shown]);
  const type = (event) => {
    setText(event.target.value);
    try {
      const next = JSON.parse(event.target.value);
      if (next === null || typeof next !== "object" || Array.isArray(next)) {
        throw new Error("a request is an object");
      }
      setWrong("");
      write(next);
    } catch (e) {
      setWrong(e.message);
    }
  };
  return html`<details class="more"><summary>The request as JSON</summary>
    <label class="unseen" for="as-json">The request as JSON</label>
    <textarea id="as-json" class="mono" rows=${Math.min(24, text.split("\n").length + 1)} spellcheck="false" value=${text} onInput=${type} aria-invalid=${wrong ? "true" : undefined} aria-describedby="as-json-wrong"></textarea>
    <p class="wrong" id="as-json-wrong" role="status">${wrong && `Not JSON yet: ${wrong}`}</p>
  </details>`;
}

function same(text, body) {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(body);
  } catch {
    return false;
  }
}
