/** A request that is being written: what it may start from, how a field is reached in it, and the key it is sent under. */

export const KINDS = ["i2v", "r2v", "avatar", "many"];

export function blank(kind) {
  switch (kind) {
    case "r2v":
      return { prompt: "", cast: [], output: { kind: "file", resolution: "720P", seconds: 5, ratio: "16:9" }, maxTakes: 2, budget: { currency: "USD", limit: "2.00" } };
    case "avatar":
      return { prompt: "", avatar: { id: "", persona: "" }, latency: { responseMs: 2000 }, output: { kind: "stream" } };
    default:
      return { prompt: "", media: [], output: { kind: "file", resolution: "720P", seconds: 5 }, budget: { currency: "USD", limit: "1.00" } };
  }
}

/** The value at a path like "output.seconds". */
export function at(body, path) {
  return path.split(".").reduce((value, name) => value?.[name], body);
}

/** The same body with another value there; undefined takes the field away, and an object that has become empty. */
export function put(body, path, value) {
  const [name, ...rest] = path.split(".");
  const next = { ...body };
  const inner = rest.length ? put(next[name] ?? {}, rest.join("."), value) : value;
  if (inner === undefined || (rest.length && Object.keys(inner).length === 0)) {
    delete next[name];
  } else {
    next[name] = inner;
  }
  return next;
}

/** What would be sent: texts that are empty and lists without anything in them are not said. */
export function said(value) {
  if (Array.isArray(value)) {
    const items = value.map(said).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (value !== null && typeof value === "object") {
    const fields = Object.entries(value).map(([name, inner]) => [name, said(inner)]).filter(([, inner]) => inner !== undefined);
    return fields.length ? Object.fromEntries(fields) : undefined;
  }
  return value === "" || value === null ? undefined : value;
}

/** Whether there is anything yet that a plan could be asked about. */
export function begun(body) {
  return Boolean(body.prompt?.trim() || body.media?.length || body.cast?.length || body.avatar?.id);
}

/** A body with a JSON Patch (RFC 6902: add, replace, remove) applied, as the router proposes them. */
export function patched(body, patch) {
  const next = structuredClone(body);
  for (const { op, path, value } of patch) {
    const names = path.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = names.pop();
    const holder = names.reduce((inner, name) => (inner[name] ??= {}), next);
    if (Array.isArray(holder)) {
      const index = last === "-" ? holder.length : Number(last);
      holder.splice(index, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
    } else if (op === "remove") {
      delete holder[last];
    } else {
      holder[last] = value;
    }
  }
  return next;
}

/**
 * The Idempotency-Key for a draft: the same for the same words of the same draft, so that a second click or a reload sends the
 * same request, and another one for other words.
 */
export async function keyFor(draftId, text) {
  const bytes = new TextEncoder().encode(`${draftId}\n${text}`);
  return `console-${hex(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 40)}`;
}

export function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
