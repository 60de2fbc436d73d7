/** Files that were dropped, as the rows of a batch. */

const TABLES = { csv: "text/csv", jsonl: "application/x-ndjson", ndjson: "application/x-ndjson", json: "application/json" };

/** The type a catalogue's rows are sent as, by how its name ends; undefined for what is no catalogue. */
export function tableType(name) {
  return TABLES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()];
}

/** A row for each picture: the file's name is the row's own. @param pictures [{name, medium}] */
export function rowsOf(pictures, shared) {
  const rows = pictures.filter(({ medium }) => medium).map(({ name, medium }) => ({ id: name, media: [{ role: "firstFrame", type: "image", ...medium }] }));
  return { type: "application/json", text: JSON.stringify({ shared, requests: rows }) };
}

/** Names of their own for files that have the same name in two folders. */
export function named(files) {
  const seen = new Map();
  return files.map((file) => {
    const times = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, times);
    return { file, name: times === 1 ? file.name : `${file.name} (${times})` };
  });
}
