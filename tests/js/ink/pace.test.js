import assert from "node:assert/strict";
import { test } from "node:test";

import { drawnBy } from "../../../static/js/ink/pace.js";

const STROKE = { d: "M0 0Q1 1 2 2Q3 3 4 4L5 5", begins: 100, ends: 400 };
const DOT = { d: "M7 7h.01", begins: 500, ends: 500 };

const ROWS = [
  ["not begun", STROKE, 99, ""],
  ["just begun", STROKE, 100, "M0 0"],
  ["a third of it", STROKE, 200, "M0 0Q1 1 2 2"],
  ["nearly all", STROKE, 399, STROKE.d],
  ["all", STROKE, 400, STROKE.d],
  ["long done", STROKE, 9000, STROKE.d],
  ["no dot yet", DOT, 499, ""],
  ["a dot", DOT, 500, DOT.d],
];

for (const [name, stroke, ms, expected] of ROWS) {
  test(`replay: ${name}`, () => {
    assert.equal(drawnBy(stroke, ms), expected);
  });
}
