import assert from "node:assert/strict";
import { test } from "node:test";

import { NOTHING, changesMine, isTaken, withPublic, withState } from "../../../static/js/live/known.js";
import { state, view } from "./rig.js";

test("a view that is not older is taken, and an older one is not", () => {
  const known = withPublic(NOTHING, view(5), 100);
  assert.deepEqual(known, { public: view(5), at: 100, state: null });
  assert.equal(isTaken(known, view(4)), false);
  assert.equal(withPublic(known, view(4), 200), known);
  assert.equal(withPublic(known, view(5), 200).at, 200); // the same, with the clock as it stands now
  assert.equal(withPublic(known, view(6), 200).public.version, 6);
});

test("a state takes its place whole", () => {
  assert.deepEqual(withState(NOTHING, state(5), 100), { public: view(5), at: 100, state: state(5) });
});

test("a state that was overtaken by a frame keeps what is newer, its countdown gone on", () => {
  const known = withPublic(NOTHING, view(6, { closes_in_ms: 9000 }), 1000);
  const { public: newest, state: ours } = withState(known, state(5), 3500);
  assert.deepEqual(newest, view(6, { closes_in_ms: 6500 }));
  assert.deepEqual(ours.public, newest);
  assert.equal(ours.version, "5.0");
});

const COUNTDOWNS = [
  ["runs down", { closes_in_ms: 9000 }, 2000, 7000],
  ["stands still in a pause", { closes_in_ms: 9000, paused: true }, 2000, 9000],
  ["is never negative", { closes_in_ms: 1000 }, 2000, 0],
  ["is not there without a clock", { closes_in_ms: null }, 2000, null],
];

for (const [name, more, later, left] of COUNTDOWNS) {
  test(`the countdown ${name}`, () => {
    const known = withPublic(NOTHING, view(6, more), 0);
    assert.equal(withState(known, state(5), later).public.closes_in_ms, left);
  });
}

const CHANGES = [
  ["nothing known before", null, "reveal", false],
  ["the next question", "standings", "question", false],
  ["the right answer", "question", "reveal", true],
  ["how far all have come", "reveal", "standings", true],
  ["somebody comes in meanwhile", "reveal", "reveal", false],
  ["the end", "standings", "over", true],
];

for (const [name, before, after, expected] of CHANGES) {
  test(`whether it changes what is mine: ${name}`, () => {
    assert.equal(changesMine(before && view(1, { phase: before }), view(2, { phase: after })), expected);
  });
}
