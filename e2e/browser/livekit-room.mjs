import { createServer } from "node:http";
import { createRequire } from "node:module";

const CLIENT = createRequire(import.meta.url).resolve("livekit-client");

/** An empty page with LiveKit's own client in it, and what it sees and hears of a room. */
export class RoomPage {
  static async open(browser) {
    const server = createServer((request, response) => {
      response.setHeader("content-type", "text/html");
      response.end('<!doctype html><title>A room</title><body id="stage"></body>');
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    const page = await browser.newPage({ viewport: { width: 1300, height: 400 } });
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.addScriptTag({ path: CLIENT.replace(/livekit-client\.esm\.mjs$/, "livekit-client.umd.js") });
    return new RoomPage(page, server);
  }

  constructor(page, server) {
    this.page = page;
    this.server = server;
  }

  /** Joins and answers with the time until `connect` returned, in ms. Options are LiveKit's own. */
  async join(url, token, options = {}) {
    await this.page.evaluate(watchRoom, options);
    return this.page.evaluate(([to, by]) => window.watch.join(to, by), [url, token]);
  }

  /** Waits for so many frames of a participant's picture; the time of the first since `join`, in ms. */
  async framesOf(identity, count = 3) {
    await this.page.waitForFunction(([who, many]) => (window.watch.seen[who]?.frames ?? 0) >= many, [identity, count], {
      timeout: 10_000,
    });
    return this.page.evaluate((who) => Math.round(window.watch.seen[who].firstAt - window.watch.startedAt), identity);
  }

  /** Over this time: frames a second, mean change of a pixel, mean and greatest level of the voice. */
  async observe(identity, ms) {
    return this.page.evaluate(([who, wait]) => window.watch.observe(who, wait), [identity, ms]);
  }

  /** Levels of the voice over this time, about one for each 25 ms, with the time since it began: `{at, level}`. */
  async levels(identity, ms) {
    return this.page.evaluate(([who, wait]) => window.watch.levels(who, wait), [identity, ms]);
  }

  /** What happened in the room, in order. */
  async told() {
    return this.page.evaluate(() => window.watch.told);
  }

  async hears(words, timeout = 10_000) {
    await this.page.waitForFunction((what) => window.watch.told.some((line) => line.includes(what)), words, { timeout });
  }

  async publish(topic, text) {
    await this.page.evaluate(
      ([on, words]) =>
        window.watch.room.localParticipant.publishData(new TextEncoder().encode(words), { reliable: true, topic: on }),
      [topic, text],
    );
  }

  async close() {
    await this.page.close();
    this.server.close();
  }
}

/** Runs in the page. */
function watchRoom(options) {
  const { Room, RoomEvent } = window.LivekitClient;
  const room = new Room(options);
  const seen = {};
  const told = [];
  const canvas = document.createElement("canvas");
  canvas.width = 64;
  canvas.height = 36;
  const brush = canvas.getContext("2d", { willReadFrequently: true });

  const look = (view, video) => {
    brush.drawImage(video, 0, 0, canvas.width, canvas.height);
    const pixels = brush.getImageData(0, 0, canvas.width, canvas.height).data;
    let change = 0;
    for (let i = 0; view.last && i < pixels.length; i += 4) {
      change += Math.abs(pixels[i] - view.last[i]);
    }
    view.last = pixels;
    view.firstAt ??= performance.now();
    view.frames++;
    view.changes.push({ at: performance.now(), by: change / (pixels.length / 4) });
    video.requestVideoFrameCallback(() => look(view, video));
  };

  const listen = (view, track) => {
    window.hearing ??= new AudioContext();
    const analyser = window.hearing.createAnalyser();
    analyser.fftSize = 1024;
    window.hearing.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    view.level = () => {
      const samples = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    };
  };

  room.on(RoomEvent.TrackSubscribed, (track, publication, participant) => {
    const view = (seen[participant.identity] ??= { frames: 0, changes: [], last: null, level: () => 0 });
    const element = track.attach();
    document.body.append(element);
    if (track.kind === "video") {
      element.width = 640;
      element.requestVideoFrameCallback(() => look(view, element));
    } else {
      listen(view, track.mediaStreamTrack);
    }
    told.push(`subscribed ${participant.identity} ${track.kind}`);
  });
  room.on(RoomEvent.TrackUnsubscribed, (track, publication, participant) => {
    track.detach().forEach((element) => element.remove());
    told.push(`unsubscribed ${participant.identity} ${track.kind}`);
  });
  room.on(RoomEvent.ParticipantConnected, (participant) => told.push(`joined ${participant.identity}`));
  room.on(RoomEvent.ParticipantDisconnected, (participant) => told.push(`left ${participant.identity}`));
  room.on(RoomEvent.RoomMetadataChanged, (metadata) => told.push(`metadata ${metadata}`));
  room.on(RoomEvent.Reconnected, () => told.push("reconnected"));
  room.on(RoomEvent.Disconnected, (reason) => told.push(`disconnected ${window.LivekitClient.DisconnectReason[reason]}`));
  room.on(RoomEvent.DataReceived, (bytes, participant, kind, topic) =>
    told.push(`data ${topic} ${participant?.identity ?? ""} ${new TextDecoder().decode(bytes)}`),
  );

  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const levels = async (who, ms) => {
    const from = performance.now();
    const heard = [];
    while (performance.now() - from < ms) {
      heard.push({ at: performance.now() - from, level: seen[who].level() });
      await wait(25);
    }
    return heard;
  };
  window.watch = {
    room,
    seen,
    told,
    levels,
    async join(url, token) {
      window.watch.startedAt = performance.now();
      await room.connect(url, token);
      return Math.round(performance.now() - window.watch.startedAt);
    },
    async observe(who, ms) {
      const from = performance.now();
      const heard = (await levels(who, ms)).map((one) => one.level);
      const moves = seen[who].changes.filter((move) => move.at > from);
      const mean = (list) => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
      return {
        framesPerSecond: Number((moves.length / (ms / 1000)).toFixed(1)),
        movement: Number(mean(moves.map((move) => move.by)).toFixed(3)),
        level: Number(mean(heard).toFixed(4)),
        loudest: Number(Math.max(...heard).toFixed(4)),
      };
    },
  };
}
