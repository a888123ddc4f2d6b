import assert from "node:assert/strict";
import { test } from "node:test";

import { durationOf, inkAt, paced } from "../../../static/js/ink/pace.js";

const times = (strokes) => strokes.map((stroke) => stroke.map((point) => point[2]));

test("long pauses are shortened, everything else keeps its pace", () => {
  const rows = [
    ["as written", [[[0, 0, 0], [1, 0, 20]], [[5, 5, 300]]], [[0, 20], [300]]],
    ["a long thought", [[[0, 0, 0]], [[5, 5, 60_000], [6, 6, 60_010]]], [[0], [700, 710]]],
    ["the clock does not start at zero", [[[0, 0, 4000], [1, 0, 4020]]], [[0, 20]]],
    ["a clock that went back", [[[0, 0, 50], [1, 0, 40]]], [[0, 0]]],
    ["no times at all", [[[0, 0], [1, 0]], [[5, 5]]], [[16, 32], [48]]],
  ];
  for (const [name, strokes, expected] of rows) {
    assert.deepEqual(times(paced(strokes)), expected, name);
  }
});

test("what was on the sheet at a moment", () => {
  const strokes = [[[0, 0, 0], [1, 1, 10]], [[2, 2, 50]]];
  assert.deepEqual(inkAt(strokes, 5), [[[0, 0, 0]], null]);
  assert.deepEqual(inkAt(strokes, durationOf(strokes)), strokes);
  assert.equal(durationOf([]), 0);
});
