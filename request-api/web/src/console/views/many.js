import { bring, each, isPicture } from "../api/upload.js";
import { named, rowsOf, tableType } from "../model/catalogue.js";
import { put, said } from "../model/draft.js";
import { count } from "../model/figures.js";
import { Drop, Field, Row } from "../parts/fields.js";
import { useHouse } from "../parts/house.js";
import { Bar, Trouble } from "../parts/pieces.js";
import { html, useState } from "../parts/view.js";
import { PlanOfMany } from "./plan-of-many.js";

const UPLOADS_AT_ONCE = 3;
const START = { prompt: "slow push in, then hold", output: { kind: "file", resolution: "720P", seconds: 5 }, budget: { currency: "USD", limit: "1.00" } };

/** A catalogue (CSV, JSON, JSON lines) or pictures: dropped, planned row by row, sent as one batch. */
export function Many() {
  const { desk } = useHouse();
  const [table, setTable] = useState(null);
  const [pictures, setPictures] = useState([]);
  const [shared, setShared] = useState(START);
  const [title, setTitle] = useState("");
  const [error, setError] = useState(null);
  const take = async (files) => {
    setError(null);
    const catalogue = files.find((file) => tableType(file.name));
    const images = named(files.filter((file) => isPicture(file.name)));
    if (catalogue) {
      setTable({ name: catalogue.name, type: tableType(catalogue.name), text: await catalogue.text() });
      setPictures([]);
      setTitle(catalogue.name.replace(/\.\w+$/, ""));
    } else if (images.length > 0) {
      setTable(null);
      setTitle(folderOf(images[0].file) || count(images.length, "picture"));
      setPictures(images.map(({ name, file }) => ({ name, file, share: 0 })));
      await each(images, UPLOADS_AT_ONCE, async ({ name, file }) => {
        const turn = (change) => setPictures((all) => all.map((one) => (one.name === name ? { ...one, ...change } : one)));
        try {
          const { uri, width, height, bytes } = await bring(desk, file, (share) => turn({ share }));
          turn({ medium: { uri, width, height, bytes }, share: 1 });
        } catch (e) {
          turn({ error: [`${name}: ${e.message}`, ...(e.fields ?? []).map((field) => `${field.field}: ${field.allowed}`)].join(" ") });
        }
      });
    } else {
      setError(new Error("There is no picture and no catalogue among these files: JPEG, PNG, WebP, BMP; CSV, JSON, JSON lines."));
    }
  };
  const busy = pictures.some((one) => !one.medium && !one.error);
  const rows = table ?? (!busy && pictures.some((one) => one.medium) ? rowsOf(pictures, said(shared)) : null);
  const of = (path) => ({ value: path.split(".").reduce((value, name) => value?.[name], shared), set: (value) => setShared((old) => put(old, path, value)) });
  return html`<${Drop} label="Choose pictures or a catalogue" hint="Or drop them here, a whole folder if you like. Pictures become a clip each. A catalogue is a CSV with a line of column names (sku, image, prompt, seconds …), JSON, or JSON lines." many folder take=${take} />
    <${Trouble} error=${error} />
    ${pictures.length > 0 && html`<section class="card">
      <h2>What the ${count(pictures.length, "picture")} share</h2>
      <${Field} label="What happens" of=${of("prompt")} lines="2" />
      <${Row}>
        <${Field} label="Seconds" of=${of("output.seconds")} number min="2" max="15" />
        <${Field} label="Resolution" of=${of("output.resolution")} options=${["720P", "1080P"]} />
        <${Field} label="Budget in USD, each" of=${of("budget.limit")} />
        <${Field} label="Campaign" of=${of("campaign")} />
      <//>
      <${Uploads} pictures=${pictures} />
    </section>`}
    ${table && html`<p>Catalogue <strong>${table.name}</strong>, ${count(Math.max(0, table.text.trim().split("\n").length - (table.type === "text/csv" ? 1 : 0)), "line")}.</p>`}
    ${rows && html`<${PlanOfMany} rows=${rows} title=${title} rename=${setTitle} />`}`;
}

function Uploads({ pictures }) {
  const done = pictures.filter((one) => one.medium).length;
  const failed = pictures.filter((one) => one.error);
  return html`<div aria-live="polite"><p class="small">${done} of ${pictures.length} uploaded</p>
    <${Bar} share=${pictures.reduce((sum, one) => sum + (one.error ? 1 : one.share), 0) / pictures.length} label="Uploads" />
    ${failed.length > 0 && html`<ul class="violations bad">${failed.map((one) => html`<li>${one.error}</li>`)}</ul>`}</div>`;
}

function folderOf(file) {
  const path = file.webkitRelativePath ?? "";
  return path.includes("/") ? path.split("/")[0] : "";
}
