import { openWhep } from "./whep.js";

/**
 * Opens a session's media.
 *
 * @param media as session.hello and media.next give it
 * @param leg the number of the provider's session that it comes from
 * @returns {Promise<{stream: MediaStream, close: () => void, publish?: (payload: object) => Promise<void>}>}
 */
export async function openSource(media, leg, onlost, onvendor) {
  switch (media?.kind) {
    case "whep":
      return openWhep(media, onlost);
    case "livekit":
      return (await import("./livekit.js")).openLiveKit(media, leg, onlost, onvendor);
    default:
      throw new Error("the provider delivers none here.");
  }
}
