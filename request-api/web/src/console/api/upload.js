import { hex } from "../model/draft.js";

/** Types that the media door takes, by how a file's name ends: browsers do not know them all. */
const TYPES = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  bmp: "image/bmp",
  mp4: "video/mp4",
  mov: "video/quicktime",
  wav: "audio/wav",
  mp3: "audio/mpeg",
};

export function typeOf(name) {
  return TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()];
}

export function isPicture(name) {
  return Boolean(typeOf(name)?.startsWith("image/"));
}

/** A file's name as the media door takes it: letters, digits, spaces, dots, underscores and hyphens, 100 at most. */
export function plainName(name) {
  return name.replace(/[^\p{L}\p{N} ._-]/gu, "_").slice(-100);
}

/**
 * Brings a file through the media door: leave for exactly these bytes, the bytes to the store, a look at them.
 *
 * @param told is called with 0 to 1 as the bytes go
 * @return the medium, ready
 */
export async function bring(desk, file, told = () => {}) {
  const type = typeOf(file.name);
  if (!type) {
    throw new Error(`This is no picture, clip or sound that can be used: JPEG, PNG, WebP, BMP, MP4, MOV, WAV, MP3.`);
  }
  const sha256 = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  let medium = await desk.bring({ name: plainName(file.name), type, bytes: file.size, sha256 });
  if (medium.state !== "ready") {
    if (medium.upload) {
      await send(medium.upload, file, told);
    }
    medium = await desk.complete(medium.id);
  }
  if (medium.state === "refused") {
    throw new Error(`It was refused: ${medium.refusal?.reason ?? "no reason was given"}`);
  }
  told(1);
  return medium;
}

/** XMLHttpRequest, because fetch does not tell how far an upload is. */
function send({ method, url, headers }, file, told) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, url);
    for (const [name, value] of Object.entries(headers)) {
      if (name.toLowerCase() !== "content-length" && name.toLowerCase() !== "host") {
        call.setRequestHeader(name, value);
      }
    }
    call.upload.onprogress = (event) => event.lengthComputable && told((event.loaded / event.total) * 0.95);
    call.onload = () => (call.status < 300 ? resolve() : reject(new Error(`The store refused it (${call.status}).`)));
    call.onerror = () => reject(new Error("The store cannot be reached from this page."));
    call.send(file);
  });
}

/** Does something for all of them, so many at once, and goes on past what fails. */
export async function each(items, atOnce, act) {
  const left = [...items];
  await Promise.all(
    Array.from({ length: Math.min(atOnce, left.length) }, async () => {
      while (left.length) {
        await act(left.shift());
      }
    }),
  );
}
