import assert from "node:assert/strict";
import { test } from "node:test";

import { clockOf, leftOf } from "../../../static/js/play/clock.js";

const left = (publicly, now) => leftOf(clockOf({ seconds: 20, paused: false, ...publicly }, 1000), now);

test("without a clock there is none", () => {
  assert.equal(left({ closes_in_ms: null, seconds: null }, 5000), null);
});

test("half-way the ring is half", () => {
  const { seconds, share } = left({ closes_in_ms: 20_000 }, 11_000);
  assert.deepEqual([seconds, share], [10, 0.5]);
});

test("a pause stops it", () => {
  assert.equal(left({ closes_in_ms: 4000, paused: true }, 60_000).seconds, 4);
});
