import assert from "node:assert/strict";
import { test } from "node:test";

import {
  boundsOf, fitView, IDENTITY, lengthOf, simplify, thin, toInk, toSheet,
} from "../../../static/js/ink/geometry.js";

const line = (n) => Array.from({ length: n }, (_, i) => [i, 2 * i, i]);

test("the box is the smallest around all strokes; no ink has none", () => {
  assert.deepEqual(boundsOf([[[3, 4, 0], [1, 9, 1]], [[2, -1, 2]]]), { x0: 1, y0: -1, x1: 3, y1: 9 });
  assert.equal(boundsOf([]), null);
});

test("length is along the line", () => {
  assert.equal(lengthOf([[0, 0, 0], [3, 4, 1], [3, 4, 2], [3, 0, 3]]), 9);
  assert.equal(lengthOf([[7, 7, 0]]), 0);
});

test("a straight line is two points, a corner stays with its time", () => {
  assert.deepEqual(simplify(line(50), 0.1), [[0, 0, 0], [49, 98, 49]]);
  assert.deepEqual(simplify([[0, 0, 0], [5, 0.01, 3], [10, 0, 5], [10, 10, 9]], 0.5), [[0, 0, 0], [10, 0, 5], [10, 10, 9]]);
});

test("a closed loop is not flattened", () => {
  const circle = Array.from({ length: 60 }, (_, i) => [Math.cos(i / 9.55) * 100, Math.sin(i / 9.55) * 100, i]);
  assert.ok(simplify([...circle, circle[0]], 5).length >= 8);
});

test("strokes that fit are not touched", () => {
  const strokes = [line(10)];
  assert.equal(thin(strokes, () => true), strokes);
});

test("ink is moved or shrunk only as far as the sheet demands, and never enlarged", () => {
  const rows = [
    ["it fits", { x0: 10, y0: 10, x1: 900, y1: 500 }, 600, IDENTITY],
    ["no ink", null, 100, IDENTITY],
    ["too low, small enough: moved up", { x0: 100, y0: 500, x1: 200, y1: 700 }, 400, { scale: 1, dx: 0, dy: -320 }],
    ["too high for the sheet: shrunk", { x0: 100, y0: 0, x1: 300, y1: 720 }, 400, { scale: 0.5, dx: 50, dy: 20 }],
  ];
  for (const [name, box, height, view] of rows) {
    assert.deepEqual(fitView(box, height), view, name);
  }
});

test("whatever the ink and the sheet, all of it is visible", () => {
  for (let i = 0; i < 300; i += 1) {
    const random = (n) => Math.abs((Math.sin(i * 12.9898 + n) * 43758.5453) % 1);
    const box = { x0: random(1) * 800 - 50, y0: random(2) * 900 - 50 };
    Object.assign(box, { x1: box.x0 + random(3) * 1100, y1: box.y0 + random(4) * 1100 });
    const height = 150 + random(5) * 900;
    const view = fitView(box, height);
    const [left, top] = toSheet(view, box.x0, box.y0);
    const [right, bottom] = toSheet(view, box.x1, box.y1);
    const inside = left >= -1e-6 && top >= -1e-6 && right <= 1000 + 1e-6 && bottom <= height + 1e-6;
    assert.ok(inside, JSON.stringify({ box, height, view }));
    assert.ok(view.scale <= 1);
  }
});

test("a place on the sheet and in the ink are the same place", () => {
  const view = { scale: 0.4, dx: 33, dy: -12 };
  assert.deepEqual(toInk(view, ...toSheet(view, 250, 125)), [250, 125]);
});
