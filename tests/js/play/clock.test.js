import assert from "node:assert/strict";
import { test } from "node:test";

import { leftOf, ticks } from "../../../static/js/play/clock.js";

const running = { seconds: 20, closesAt: 13_000, leftMs: 12_000 };

const ROWS = [
  ["no clock", { seconds: null, closesAt: null, leftMs: null }, 1000, null],
  ["just begun", running, 1000, { ms: 12_000, seconds: 12, share: 0.6, words: "12 s" }],
  ["a part of a second is one", running, 12_900, { ms: 100, seconds: 1, share: 0.005, words: "1 s" }],
  ["over", running, 13_000, { ms: 0, seconds: 0, share: 0, words: "0 s" }],
  ["long over", running, 20_000, { ms: 0, seconds: 0, share: 0, words: "0 s" }],
  ["standing still", { seconds: 20, closesAt: null, leftMs: 5000 }, 99_000, { ms: 5000, seconds: 5, share: 0.25, words: "5 s" }],
  ["a race of minutes", { seconds: 600, closesAt: 185_000, leftMs: 185_000 }, 0, { ms: 185_000, seconds: 185, share: 185 / 600, words: "3:05" }],
  ["a message that came before its time", running, -20_000, { ms: 33_000, seconds: 33, share: 1, words: "33 s" }],
];

for (const [name, clock, now, left] of ROWS) {
  test(`left: ${name}`, () => {
    assert.deepEqual(leftOf(clock, now), left);
  });
}

test("the last three seconds are counted aloud, each once", () => {
  const seconds = [5, 4, 4, 3, 3, 2, 1, 1, 0, 0];
  assert.deepEqual(seconds.filter((left, place) => place > 0 && ticks(seconds[place - 1], left)), [3, 2, 1]);
  assert.equal(ticks(0, 3), false); // the page has only just come
});
