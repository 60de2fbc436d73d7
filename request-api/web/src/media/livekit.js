import { DisconnectReason, LogLevel, Room, RoomEvent, setLogLevel } from "livekit-client";
import { avatarOf, roomOf } from "./casting.js";

const CONTROL = "agent-control";
const RESPONSE = "agent-response";
const rooms = new Map();

setLogLevel(LogLevel.warn);

/**
 * Media of one leg from a LiveKit room. Legs of the same room share one connection.
 *
 * @param onlost called once if the room lets go of us; with true if somebody else has taken our seat
 * @param onvendor is given what the avatar's provider says in the room
 * @returns {Promise<{stream: MediaStream, close: () => void, publish: (payload: object) => Promise<void>}>}
 */
export async function openLiveKit(media, leg, onlost, onvendor) {
  const name = `${media.url} ${roomOf(media.token)}`;
  const place = rooms.get(name) ?? new Place(name, media);
  place.feeds.add(new Feed(leg, onlost, onvendor));
  const feed = [...place.feeds].at(-1);
  try {
    await place.entered;
  } catch (e) {
    place.leave(feed);
    throw e;
  }
  feed.cast(place.room);
  return { stream: feed.stream, close: () => place.leave(feed), publish: (payload) => place.publish(payload) };
}

/** One room that we stand in, for as long as a leg is watched there. */
class Place {
  constructor(name, { url, token }) {
    this.name = name;
    this.feeds = new Set();
    // Every server knows the way with a connection for each direction.
    this.room = new Room({ disconnectOnPageLeave: true, singlePeerConnection: false });
    const cast = () => this.feeds.forEach((feed) => feed.cast(this.room));
    this.room
      .on(RoomEvent.TrackSubscribed, cast)
      .on(RoomEvent.TrackUnsubscribed, cast)
      .on(RoomEvent.DataReceived, (bytes, participant, kind, topic) => this.hear(bytes, topic))
      .on(RoomEvent.Disconnected, (reason) => this.lost(reason));
    this.entered = this.room.connect(url, token);
    rooms.set(name, this);
  }

  hear(bytes, topic) {
    if (topic === RESPONSE) {
      const payload = JSON.parse(new TextDecoder().decode(bytes));
      [...this.feeds].at(-1)?.onvendor(payload);
    }
  }

  publish(payload) {
    return this.room.localParticipant.publishData(new TextEncoder().encode(JSON.stringify(payload)), {
      reliable: true,
      topic: CONTROL,
    });
  }

  lost(reason) {
    rooms.delete(this.name);
    // A provider's own room has one seat for all who watch: who comes last sits.
    const taken = reason === DisconnectReason.DUPLICATE_IDENTITY;
    this.feeds.forEach((feed) => feed.onlost(taken));
    this.feeds.clear();
  }

  leave(feed) {
    if (this.feeds.delete(feed) && this.feeds.size === 0) {
      rooms.delete(this.name);
      this.room.disconnect();
    }
  }
}

/** The tracks of one leg's avatar, as they come and go. */
class Feed {
  constructor(leg, onlost, onvendor) {
    Object.assign(this, { leg, onlost, onvendor, stream: new MediaStream() });
  }

  cast(room) {
    const publishing = [...room.remoteParticipants.values()].filter((p) => tracksOf(p).length > 0);
    const chosen = avatarOf(this.leg, publishing.map((p) => p.identity));
    const tracks = tracksOf(publishing.find((p) => p.identity === chosen));
    // A track that has gone stays in the stream: its last picture is better than none.
    for (const track of tracks.filter((t) => !this.stream.getTracks().includes(t))) {
      this.stream.getTracks().filter((t) => t.kind === track.kind).forEach((t) => this.stream.removeTrack(t));
      this.stream.addTrack(track);
    }
  }
}

function tracksOf(participant) {
  return [...(participant?.trackPublications.values() ?? [])].flatMap((p) => p.track?.mediaStreamTrack ?? []);
}
