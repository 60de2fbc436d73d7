// LiveKit's own client, unchanged, against the provider's twin: picture, voice, data, rotation, a cut line.
//
//   node livekit.mjs --url <twin> [--key <LiveAvatar key>] [--speech-key <key>] [--livekit-key <key>]
//                    [--livekit-secret <secret>] [--screenshot <file>]
//
// One JSON document on standard output; exit code 0 only if all of it held.
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { RoomPage } from "./livekit-room.mjs";
import { Twin } from "./livekit-twin.mjs";
import { prove } from "./proof.mjs";

const { values: args } = parseArgs({
  options: {
    url: { type: "string", default: "http://127.0.0.1:18090" },
    key: { type: "string", default: "twin-liveavatar-key" },
    "speech-key": { type: "string", default: "twin-llm-key" },
    "livekit-key": { type: "string", default: "twin-livekit-key" },
    "livekit-secret": { type: "string", default: "twin-livekit-secret-of-32-characters-or-more" },
    screenshot: { type: "string" },
  },
});
const twin = new Twin({
  url: args.url,
  key: args.key,
  speechKey: args["speech-key"],
  livekitKey: args["livekit-key"],
  livekitSecret: args["livekit-secret"],
});
const VOICE = "b2a5e6b8-1c43-4a44-8a2f-9e35c2f5a001";
/** Of the session in the customer's room: enough that media sections are used again. */
const LEGS = 5;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The provider's room of a LITE session: what is spoken is seen and heard, and stops at an interrupt. */
async function providersRoom(browser, result, expect) {
  const session = await twin.start({ mode: "LITE" });
  const agent = await twin.agent(session, browser);
  const room = await RoomPage.open(browser);
  result.joinMs = await room.join(session.livekit_url, session.livekit_client_token);
  result.firstFrameMs = await room.framesOf("heygen");
  await pause(1000);
  result.silent = await room.observe("heygen", 2000);

  const pcm = await twin.speech("The wind came over the harbour, and all the boats began to talk at once about the sea.");
  const listening = room.levels("heygen", 4000);
  await agent.speak(pcm);
  const heard = await listening;
  result.voiceFollows = Number(likeness(envelope(pcm), heard).toFixed(3));
  result.speaking = await room.observe("heygen", 600);
  if (args.screenshot) {
    await room.page.screenshot({ path: args.screenshot });
  }
  await agent.interrupt();
  const after = await room.levels("heygen", 1000);
  result.silencedMs = Math.round(after.findLast((one) => one.level > 0.01)?.at ?? 0);
  await twin.stop(session.session_id);
  await room.hears("disconnected ROOM_DELETED");
  await agent.close();
  await room.close();

  expect(result.silent.framesPerSecond > 12, "the picture does not move fast enough");
  expect(result.silent.movement > 0, "the picture stands still");
  expect(result.silent.loudest < 0.01, "there is sound before anybody speaks");
  expect(result.speaking.movement > result.silent.movement, "the picture does not move more with the voice");
  expect(result.voiceFollows > 0.6, "the level that is heard does not follow the speech");
  expect(result.silencedMs <= 300, "the voice goes on after an interrupt");
}

/** A room of the customer's: each avatar comes before the one before it goes. */
async function ownRoom(browser, result, expect) {
  const name = `own-${process.pid}-${Date.now()}`;
  const admin = { room: name, roomAdmin: true };
  const last = `avatar-${LEGS}`;
  await twin.twirp("RoomService/CreateRoom", { name, empty_timeout: 60 }, { roomCreate: true });
  const leg = (number) =>
    twin.start({
      mode: "LITE",
      livekit_config: {
        livekit_url: twin.livekitUrl,
        livekit_room: name,
        livekit_client_token: twin.token(`avatar-${number}`, { room: name, roomJoin: true, canSubscribe: false }),
      },
    });
  const first = await leg(1);
  const room = await RoomPage.open(browser);
  const viewer = { room: name, roomJoin: true, canPublish: false, canPublishData: true };
  await room.join(twin.livekitUrl, twin.token("viewer", viewer), { singlePeerConnection: false });
  await room.framesOf("avatar-1");

  result.nextAvatarMs = [];
  let shown = first;
  for (let number = 2; number <= LEGS; number++) {
    const orderedAt = Date.now();
    const next = await leg(number);
    await room.framesOf(`avatar-${number}`);
    result.nextAvatarMs.push(Date.now() - orderedAt);
    await twin.twirp("RoomService/UpdateRoomMetadata", { room: name, metadata: `{"leg":${number}}` }, admin);
    await room.hears(`metadata {"leg":${number}}`);
    await twin.stop(shown.session_id);
    await room.hears(`left avatar-${number - 1}`);
    shown = next;
  }
  result.afterRotation = await room.observe(last, 1500);

  await twin.twirp("RoomService/SendData", { room: name, data: btoa("hello all"), topic: "notice", kind: "RELIABLE" }, admin);
  await room.hears("data notice  hello all");
  const { participants } = await twin.twirp("RoomService/ListParticipants", { room: name }, admin);
  result.participants = participants.map((participant) => participant.identity);

  await room.page.evaluate(() => window.watch.room.engine.client.ws.close({ closeCode: 4000, reason: "cut by the test" }));
  await room.hears("reconnected");
  result.afterCut = await room.observe(last, 1000);

  const camera = await room.page.evaluate(() =>
    window.watch.room.localParticipant.setCameraEnabled(true).then(() => "published", (refused) => refused.name),
  );
  result.camera = camera;
  await twin.twirp("RoomService/RemoveParticipant", { room: name, identity: "viewer" }, admin);
  await room.hears("disconnected PARTICIPANT_REMOVED");
  await twin.stop(shown.session_id);
  await twin.twirp("RoomService/DeleteRoom", { room: name }, { roomCreate: true });
  await room.close();

  expect(result.afterRotation.framesPerSecond > 12, "the picture stops at a rotation");
  expect(result.afterCut.framesPerSecond > 12, "the picture stops when the signalling is cut");
  expect(result.participants.join() === `${last},viewer`, "the list of participants is wrong");
  expect(camera !== "published", "a viewer can publish its camera");
}

/** FULL: what is asked for on one topic is spoken, and told on the other. */
async function fullSession(browser, result, expect) {
  const session = await twin.start({ mode: "FULL", avatar_persona: { voice_id: VOICE } });
  const room = await RoomPage.open(browser);
  await room.join(session.livekit_url, session.livekit_client_token);
  await room.framesOf("heygen");
  await room.publish("agent-control", JSON.stringify({ event_type: "avatar.speak_text", text: "Good evening, and welcome." }));
  await room.hears("avatar.speak_started");
  result.speaking = await room.observe("heygen", 1000);
  await room.hears("avatar.speak_ended", 15_000);
  await twin.stop(session.session_id);
  await room.close();
  expect(result.speaking.loudest > 0.02, "the avatar of a FULL session does not speak");
}

const STEP_MS = 25;

/** RMS of each step of PCM, 0 to 1. */
function envelope(pcm) {
  const bytes = STEP_MS * 48;
  const rms = [];
  for (let at = 0; at + bytes <= pcm.length; at += bytes) {
    let sum = 0;
    for (let i = at; i < at + bytes; i += 2) {
      sum += (pcm.readInt16LE(i) / 32768) ** 2;
    }
    rms.push(Math.sqrt((2 * sum) / bytes));
  }
  return rms;
}

/** The best correlation of what was heard with what was said, for delays up to two seconds. */
function likeness(said, heard) {
  const correlation = (delay) => {
    const pairs = heard
      .map(({ at, level }) => [level, said[Math.floor((at - delay) / STEP_MS)]])
      .filter(([, one]) => one !== undefined);
    const mean = (index) => pairs.reduce((sum, pair) => sum + pair[index], 0) / pairs.length;
    const [x, y] = [mean(0), mean(1)];
    const sum = (term) => pairs.reduce((total, [a, b]) => total + term(a - x, b - y), 0);
    return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((a, b) => b * b) || 1);
  };
  return Math.max(...Array.from({ length: 2000 / STEP_MS }, (_, step) => correlation(step * STEP_MS)));
}

const result = { provider: {}, own: {}, full: {} };
await prove(result, async (expect) => {
  const browser = await launch();
  try {
    await providersRoom(browser, result.provider, expect);
    await ownRoom(browser, result.own, expect);
    await fullSession(browser, result.full, expect);
  } finally {
    await browser.close();
  }
});
