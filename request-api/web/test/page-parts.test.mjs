import assert from "node:assert/strict";
import { test } from "node:test";
import { avatarOf, roomOf } from "../src/media/casting.js";
import { left, money, total } from "../src/sessions/figures.js";
import { ending, skipped } from "../src/talk/reasons.js";
import { Resampler } from "../src/talk/resampler.js";
import { inWords, stagesOf } from "../src/picture/waterfall.js";

const RATE = 48_000;

/** A second of a tone, brought to 16 kHz in the pieces that an AudioWorklet gives. */
function resampled(hertz, from = RATE) {
  const resampler = new Resampler(from, 16_000);
  const out = [];
  for (let start = 0; start < from; start += 128) {
    out.push(...resampler.take(Float32Array.from({ length: 128 }, (_, i) => Math.sin((2 * Math.PI * hertz * (start + i)) / from))));
  }
  return out;
}

const loudness = (samples) => Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);

test("a voice's tone keeps its loudness and its pitch at the lower rate", () => {
  for (const from of [48_000, 44_100]) {
    const tone = resampled(1000, from).slice(200);
    assert.ok(Math.abs(loudness(tone) - Math.SQRT1_2) < 0.01, `loudness ${loudness(tone)}`);
    const worst = tone.slice(16).reduce((most, s, i) => Math.max(most, Math.abs(s - tone[i])), 0);
    assert.ok(worst < 0.02, `a period of 16 samples repeats to within ${worst}`);
  }
});

test("a tone that the lower rate cannot carry does not come back as another one", () => {
  assert.ok(loudness(resampled(12_000).slice(200)) < 0.01);
});

test("a second has as many samples as its rate, whatever the rate of the microphone", () => {
  for (const from of [48_000, 44_100, 96_000, 16_000]) {
    assert.ok(Math.abs(resampled(300, from).length - 16_000) < 60, `${resampled(300, from).length} from ${from}`);
  }
});

test("the picture of a leg is the participant with its number, or whoever there is in the provider's room", () => {
  assert.equal(avatarOf(2, ["avatar-1", "avatar-2"]), "avatar-2");
  assert.equal(avatarOf(2, ["avatar-1"]), undefined);
  assert.equal(avatarOf(2, ["heygen"]), "heygen");
  assert.equal(avatarOf(1, []), undefined);
});

test("two tokens of one room are one place", () => {
  const token = (claims) => `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.y`;
  assert.equal(roomOf(token({ video: { room: "a" }, sub: "1" })), roomOf(token({ video: { room: "a" }, sub: "2" })));
  assert.notEqual(roomOf(token({ video: { room: "a" } })), roomOf(token({ video: { room: "b" } })));
  assert.equal(roomOf("not a token"), "not a token");
});

test("stages follow each other without a hole, and what was not measured is left out", () => {
  const stages = stagesOf({ firstTokenMs: 300, firstSentenceMs: 450, firstAudioMs: 700, sentMs: 705, firstFrameMs: 900 });
  assert.deepEqual(stages.map((s) => [s.from, s.to]), [[0, 300], [300, 450], [450, 700], [700, 705], [705, 900]]);
  assert.equal(stages[0].name, "first word");
  assert.deepEqual(stagesOf({}), []);
  assert.match(inWords({ firstFrameMs: 1840 }), /1\.84 s/);
});

test("figures of the operator's view", () => {
  assert.equal(money(1_234_567), "1.23 USD");
  assert.equal(left("2026-01-01T00:01:30Z", Date.parse("2026-01-01T00:00:00Z")), "1 min 30 s");
  assert.equal(left("2026-01-01T00:00:00Z", Date.parse("2026-01-01T00:01:00Z")), "0 s");
  const sum = total([{ state: "live", viewers: 1, costMicros: 100_000 }, { state: "rotating", costMicros: 200_000 }, { state: "closed", costMicros: 900_000 }]);
  assert.equal(sum, "2 live · 0 waiting · 0 paused · 1 viewer · 0.30 USD so far");
});

test("a reason that the page does not know is still said", () => {
  assert.equal(skipped("comment.not_in_this_town"), "not in this town");
  assert.equal(ending("SOMETHING_NEW"), "The session has ended.");
});
