const GATHERING_MS = 1000;
const LOST_MS = 2500;

/**
 * Media from an address that answers one offer (WHEP, without trickle).
 *
 * @param onlost called once if the picture stops coming without our doing
 * @returns {Promise<{stream: MediaStream, close: () => void}>}
 */
export async function openWhep({ url }, onlost) {
  const peer = new RTCPeerConnection();
  const stream = new MediaStream();
  peer.ontrack = ({ track }) => stream.addTrack(track);
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
    watchFor(peer, onlost);
    return { stream, close: () => leave(peer, place && new URL(place, url)) };
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

function watchFor(peer, onlost) {
  let lost = 0;
  peer.onconnectionstatechange = () => {
    clearTimeout(lost);
    if (peer.connectionState === "disconnected") {
      lost = setTimeout(onlost, LOST_MS);
    } else if (peer.connectionState === "failed") {
      onlost();
    }
  };
}

function leave(peer, place) {
  peer.onconnectionstatechange = null;
  peer.close();
  if (place) {
    fetch(place, { method: "DELETE", keepalive: true }).catch(() => {});
  }
}
