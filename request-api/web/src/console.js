import { App } from "./console/app.js";
import { html, render } from "./console/parts/view.js";

render(html`<${App} />`, document.getElementById("app"));
