import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, length, rows, summary } from "../src/trace/rows.js";

const at = (seconds) => new Date(Date.UTC(2026, 2, 1, 10, 0, seconds)).toISOString();
const span = (id, parent, room, from, ms, more = {}) => ({ id, parent, room, name: id, startedAt: at(from), durationMs: ms, ...more });
const TRACE = {
  startedAt: at(0),
  durationMs: 10_000,
  spans: [
    span("accept", undefined, "door", 0, 20),
    span("send", "accept", "outbox", 0, 10),
    span("route", "send", "routing", 1, 5, { waitedMs: 990 }),
    span("take", "route", "take", 2, 6000),
    span("again", "route", "take", 8, 2000, { failed: true }),
    span("call", "again", "other", 9, 100, { failed: true }),
  ],
};

test("what is sent between two rooms is left out, and the rooms stay together", () => {
  const shown = rows(TRACE);
  assert.deepEqual(shown.map(({ span, level }) => `${level} ${span.id}`), ["1 accept", "2 route", "3 take", "3 again", "4 call"]);
});

test("everything is there when it is asked for", () => {
  assert.deepEqual(rows(TRACE, { everything: true }).map(({ level }) => level), [1, 2, 3, 4, 4, 5]);
});

test("a closed row hides what is below it", () => {
  assert.deepEqual(rows(TRACE, { closed: new Set(["route"]) }).map(({ span }) => span.id), ["accept", "route"]);
});

test("a bar stands where its span stands in the whole, and never outside of it", () => {
  const [, , take, again] = rows(TRACE);
  assert.equal(take.from, 0.2);
  assert.equal(take.to, 0.8);
  assert.equal(again.to, 1);
});

test("a trace that turns in a circle is shown once", () => {
  const circle = { startedAt: at(0), durationMs: 1, spans: [span("a", undefined, "door", 0, 1), span("b", "c", "take", 0, 1), span("c", "b", "take", 0, 1)] };
  assert.deepEqual(rows(circle).map(({ span }) => span.id), ["a"]);
});

test("those who see no bar are told the same", () => {
  assert.equal(inWords(rows(TRACE)[1]), "begins after 1.00 s, takes 5.0 ms, after 990 ms of waiting");
  assert.equal(summary(TRACE), "10.00 s in all, 2 takes, 2 failed");
  assert.equal(length(241_000), "4 min 1 s");
});
