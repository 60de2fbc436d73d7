import assert from "node:assert/strict";
import { test } from "node:test";
import { Refused, search } from "../src/console/api/caller.js";
import { follow, Frames } from "../src/console/api/events.js";
import { each, isPicture, plainName, typeOf } from "../src/console/api/upload.js";
import { named, rowsOf, tableType } from "../src/console/model/catalogue.js";
import { inOrder } from "../src/console/model/deck.js";
import { at, begun, keyFor, patched, put, said } from "../src/console/model/draft.js";
import { away, bytes, money, moneyRange, share, stretch, stretchRange } from "../src/console/model/figures.js";
import { link, parse, to } from "../src/console/model/route.js";
import { course, review } from "../src/console/model/story.js";
import { event, pointer, reason, stateWord } from "../src/console/model/words.js";
import { partsOf } from "../src/console/parts/stack.js";

test("money, time and size as people read them", () => {
  assert.equal(money(1_234_567), "$1.23");
  assert.equal(money(undefined), "–");
  assert.equal(moneyRange({ from: 300_000, to: 900_000 }), "$0.30 to $0.90");
  assert.equal(moneyRange({ from: 300_000, to: 300_000 }), "$0.30");
  assert.equal(stretch(5.34), "5.3 s");
  assert.equal(stretch(5000), "83 min");
  assert.equal(stretchRange({ from: 240, to: 480 }), "4 to 8 min");
  assert.equal(stretchRange({ from: 90, to: 480 }), "90 s to 8 min");
  assert.equal(away("2026-01-01T00:00:00Z", Date.parse("2026-01-01T00:00:42Z")), "42 s ago");
  assert.equal(away("2026-01-01T00:04:00Z", Date.parse("2026-01-01T00:00:00Z")), "in 4 min");
  assert.equal(bytes(738_490), "738 kB");
});

test("progress grows towards its likely moment and never says that it is through", () => {
  const progress = { likelyAt: "2026-01-01T00:04:00Z", latestAt: "2026-01-01T00:15:00Z" };
  const since = "2026-01-01T00:00:00Z";
  const when = (seconds) => share(progress, since, Date.parse(since) + seconds * 1000);
  assert.ok(when(0) > 0);
  assert.ok(when(60) < when(120));
  assert.equal(when(240), 0.7);
  assert.ok(when(300) > 0.7);
  assert.equal(when(36_000), 0.97);
  assert.equal(share(undefined, since), null);
});

test("what was left empty is not said, and zero and false are", () => {
  const body = { prompt: "", media: [{ role: "firstFrame", uri: "" }], output: { seconds: 0, perImage: false, ratio: null }, cast: [] };
  assert.deepEqual(said(body), { media: [{ role: "firstFrame" }], output: { seconds: 0, perImage: false } });
  assert.equal(said({ avatar: { id: "" } }), undefined);
});

test("a field is written without touching another, and an object that has become empty goes", () => {
  const body = { output: { seconds: 5 }, budget: { limit: "1.00" } };
  assert.deepEqual(put(body, "output.resolution", "720P"), { output: { seconds: 5, resolution: "720P" }, budget: { limit: "1.00" } });
  assert.deepEqual(put(body, "output.seconds", undefined), { budget: { limit: "1.00" } });
  assert.deepEqual(body, { output: { seconds: 5 }, budget: { limit: "1.00" } });
  assert.equal(at(body, "output.seconds"), 5);
  assert.equal(at(body, "avatar.id"), undefined);
});

test("a change that the router proposes is applied as it stands", () => {
  const body = { media: [{ role: "lastFrame", uri: "x" }], output: { seconds: 22 } };
  assert.deepEqual(patched(body, [{ op: "replace", path: "/media/0/role", value: "firstFrame" }]).media[0].role, "firstFrame");
  assert.deepEqual(patched(body, [{ op: "add", path: "/media/1", value: { role: "firstFrame" } }]).media.length, 2);
  assert.deepEqual(patched(body, [{ op: "remove", path: "/media/0" }]).media, []);
  assert.deepEqual(patched(body, [{ op: "add", path: "/avatar/id", value: "a" }]).avatar, { id: "a" });
  assert.equal(body.output.seconds, 22);
});

test("the same words of a draft have one key, other words and other drafts have others", async () => {
  const key = await keyFor("draft-1", "{}");
  assert.equal(await keyFor("draft-1", "{}"), key);
  assert.notEqual(await keyFor("draft-1", "{ }"), key);
  assert.notEqual(await keyFor("draft-2", "{}"), key);
  assert.match(key, /^console-[0-9a-f]{40}$/);
});

test("a plan is asked for once there is something to plan", () => {
  assert.equal(begun({ output: { seconds: 5 }, prompt: "  " }), false);
  assert.equal(begun({ prompt: "zoom" }), true);
  assert.equal(begun({ cast: ["mia"] }), true);
});

test("an address of the page goes there and back, whatever a name has in it", () => {
  const address = to(["campaigns", "spring/summer & <b>"], { state: "open", route: "" });
  assert.deepEqual(parse(address), { parts: ["campaigns", "spring/summer & <b>"], query: { state: "open" } });
  assert.deepEqual(parse(""), { parts: [], query: {} });
  assert.deepEqual(parse("#/requests/%E0%A4%A").parts, ["requests", "%E0%A4%A"]);
});

test("only addresses that a browser may go to become links", () => {
  assert.equal(link("https://store.example/clip.mp4"), "https://store.example/clip.mp4");
  assert.equal(link("/live/?request=1"), "/live/?request=1");
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "//evil.example", " https://x", null, undefined]) {
    assert.equal(link(bad), undefined, String(bad));
  }
});

test("server-sent events are cut where they end, in whatever pieces they come", () => {
  const stream = "id: 1\nevent: take.queued\ndata: {\"a\":1}\n\n: beat\n\ndata: one\ndata: two\n\nid: 2\nda";
  for (const size of [1, 3, 7, stream.length]) {
    const frames = new Frames();
    const found = [];
    for (let i = 0; i < stream.length; i += size) {
      found.push(...frames.take(stream.slice(i, i + size)));
    }
    assert.deepEqual(found, [{ id: "1", event: "take.queued", data: '{"a":1}' }, { data: "one\ntwo" }], `pieces of ${size}`);
  }
});

test("a stream is followed to its end, and a second answer begins after the last event", async () => {
  const asked = [];
  const answers = [() => new Response("id: 7\ndata: x\n\n"), () => new Response(null, { status: 204 })];
  const caller = { ask: async (method, path, body, headers) => (asked.push(headers["Last-Event-ID"]), answers.shift()()) };
  const told = [];
  await follow(caller, "/events", (one) => told.push(one.data), new AbortController().signal, 0);
  assert.deepEqual(told, ["x"]);
  assert.deepEqual(asked, [undefined, "7"]);
});

test("files are told apart by their names: pictures, catalogues, and what is neither", () => {
  assert.equal(typeOf("a.JPeG"), "image/jpeg");
  assert.equal(typeOf("evil.svg"), undefined);
  assert.equal(plainName('<img src=x onerror="a">.jpg'), "_img src_x onerror__a__.jpg");
  assert.equal(plainName("x".repeat(120) + "é.png").length, 100);
  assert.ok(isPicture("x.webp") && !isPicture("x.mp4"));
  assert.equal(tableType("shop.CSV"), "text/csv");
  assert.equal(tableType("x.txt"), undefined);
});

test("each picture of a folder is a row of its own, named by its file", () => {
  const files = named([{ name: "a.jpg" }, { name: "a.jpg" }]);
  assert.deepEqual(files.map((one) => one.name), ["a.jpg", "a.jpg (2)"]);
  const { type, text } = rowsOf([{ name: "a.jpg", medium: { uri: "s3://b/a" } }, { name: "broken.jpg" }], { prompt: "zoom" });
  assert.equal(type, "application/json");
  assert.deepEqual(JSON.parse(text), { shared: { prompt: "zoom" }, requests: [{ id: "a.jpg", media: [{ role: "firstFrame", type: "image", uri: "s3://b/a" }] }] });
});

test("so many at once and no more, and all of them", async () => {
  let now = 0;
  let most = 0;
  const done = [];
  await each([1, 2, 3, 4, 5], 2, async (n) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now--;
    done.push(n);
  });
  assert.equal(most, 2);
  assert.deepEqual(done.sort(), [1, 2, 3, 4, 5]);
});

test("a person sees first what waits for them, then what failed, last what was ruled", () => {
  const one = (id, state, verdict, rulings) => ({ id, state, verdict, takes: 1, rulings });
  const list = [one("pass", "completed", "PASS"), one("ruled", "completed", "FAIL", { approved: 1, rejected: 0 }), one("fail", "completed", "FAIL"), one("held", "held", "FAIL"), { id: "none", state: "queued", takes: 0 }];
  assert.deepEqual(inOrder(list).map((each) => each.id), ["held", "fail", "pass", "ruled"]);
});

test("the course of a request", () => {
  const now = (request) => course({ takes: [], ...request }).find((step) => step.is === "now")?.name;
  assert.equal(now({ state: "accepted" }), "Decided");
  assert.equal(now({ state: "routed", decision: {}, route: "i2v" }), "Queue");
  assert.equal(now({ state: "rendering", decision: {}, route: "i2v", takes: [{ providerId: "x" }] }), "Render");
  assert.equal(now({ state: "rendered", decision: {}, route: "r2v", takes: [{ clip: {} }] }), "Measured");
  assert.equal(now({ state: "held", decision: {}, route: "r2v", takes: [{ clip: {} }] }), "Measured");
  assert.ok(course({ state: "completed", ended: true, takes: [{ clip: {} }] }).every((step) => step.is === "done"));
  assert.equal(course({ state: "rejected", ended: true, takes: [] })[1].is, "bad");
  assert.equal(review({ takes: [{ id: 1, clip: {} }, { id: 2, clip: {} }, { id: 3 }] }).id, 2);
});

test("codes that the page does not know are still said", () => {
  assert.equal(reason("SOMETHING_NEW"), "Something new.");
  assert.equal(stateWord("half_done"), "half done");
  assert.equal(event("dev.callsheet.moon.landed.v3"), "Moon landed");
  assert.equal(event("dev.callsheet.take.finished.v1"), "Clip stored");
  assert.equal(pointer("/media/0/role"), "media 1, role");
  assert.equal(pointer(""), "the request as a whole");
});

test("a batch's parts are its states with something in them", () => {
  assert.deepEqual(partsOf({ total: 5, ended: 3, completed: 2, refused: 1, queued: 2, failed: 0 }), [["completed", 2], ["queued", 2], ["refused", 1]]);
});

test("a problem document becomes words, and a query says only what was said", () => {
  const refused = new Refused({ title: "No such request", detail: "This tenant has none.", code: "request.unknown" }, 404);
  assert.equal(refused.message, "No such request. This tenant has none.");
  assert.equal(new Refused({}, 502).message, "The service answered 502.");
  assert.equal(search({ state: "held", route: "", campaign: undefined }), "?state=held");
  assert.equal(search(), "");
});
