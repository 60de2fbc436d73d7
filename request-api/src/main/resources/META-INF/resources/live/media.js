const GATHERING_MS = 1000;

/**
 * Shows a session's media in a video element.
 *
 * @returns {Promise<{close: () => void}>}
 */
export async function watch(media, video) {
  switch (media?.kind) {
    case "whep":
      return whep(media.url, video);
    case "livekit":
      return livekit(media, video);
    default:
      throw new Error("the provider delivers none here.");
  }
}

/** One offer for one answer (WHEP, without trickle). */
async function whep(url, video) {
  const peer = new RTCPeerConnection();
  const stream = new MediaStream();
  video.srcObject = stream;
  peer.ontrack = (event) => stream.addTrack(event.track);
  peer.addTransceiver("video", { direction: "recvonly" });
  peer.addTransceiver("audio", { direction: "recvonly" });
  try {
    await peer.setLocalDescription(await peer.createOffer());
    await gathered(peer);
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/sdp" },
      body: peer.localDescription.sdp,
    });
    if (!answer.ok) {
      throw new Error(`${await answer.text()}.`);
    }
    await peer.setRemoteDescription({ type: "answer", sdp: await answer.text() });
    const place = answer.headers.get("Location");
    return { close: () => leave(peer, place && new URL(place, url)) };
  } catch (e) {
    peer.close();
    throw e;
  }
}

function gathered(peer) {
  return new Promise((done) => {
    const check = () => peer.iceGatheringState === "complete" && done();
    peer.onicegatheringstatechange = check;
    check();
    setTimeout(done, GATHERING_MS);
  });
}

function leave(peer, place) {
  peer.close();
  if (place) {
    fetch(place, { method: "DELETE", keepalive: true }).catch(() => {});
  }
}

/** The real product's media. Its client is a library of its own, which a deployment puts beside this file. */
async function livekit({ url, token }, video) {
  const { Room, RoomEvent } = await import("./livekit-client.esm.mjs").catch(() => {
    throw new Error("this deployment has no LiveKit client (livekit-client.esm.mjs beside this page).");
  });
  const room = new Room();
  room.on(RoomEvent.TrackSubscribed, (track) => track.attach(video));
  await room.connect(url, token);
  return { close: () => room.disconnect() };
}
