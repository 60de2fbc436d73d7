/** The page's address: "#/requests/ID?state=open" is {parts: ["requests", "ID"], query: {state: "open"}}. */
export function parse(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { parts: path.split("/").filter(Boolean).map(safely), query: Object.fromEntries(new URLSearchParams(query)) };
}

/** An address of the page. */
export function to(parts, query = {}) {
  const said = Object.entries(query).filter(([, value]) => value);
  return `#/${parts.map(encodeURIComponent).join("/")}${said.length ? `?${new URLSearchParams(said)}` : ""}`;
}

function safely(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An address that a service gave, if a browser may go there; anything else is no link. */
export function link(address) {
  return /^https?:\/\//i.test(address ?? "") || /^\/(?!\/)/.test(address ?? "") ? address : undefined;
}
