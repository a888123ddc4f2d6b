import assert from "node:assert/strict";
import { test } from "node:test";

import { pathOf, svgOf } from "../../../static/js/ink/svg.js";

test("each stroke as a path", () => {
  const rows = [
    ["a dot is a line too short to see", [[5, 7, 0]], "M5 7h.01"],
    ["two points are a line", [[0, 0, 0], [10, 20, 9]], "M0 0L10 20"],
    ["more are curves through the middles, to the very end", [[0, 0, 0], [10, 0, 1], [10, 10, 2], [0, 10, 3]],
      "M0 0Q10 0 10 5Q10 10 5 10L0 10"],
  ];
  for (const [name, stroke, d] of rows) {
    assert.equal(pathOf(stroke), d, name);
  }
});

test("a view moves and shrinks the path", () => {
  assert.equal(pathOf([[0, 0, 0], [10, 20, 9]], { scale: 0.5, dx: 3, dy: 1 }), "M3 1L8 11");
});

test("the viewBox holds the ink with the width of its line", () => {
  assert.deepEqual(svgOf([[[100, 50, 0], [140, 90, 9]]], 10), {
    viewBox: "90 40 60 60", paths: ["M100 50L140 90"], width: 60, height: 60,
  });
  assert.equal(svgOf([]), null);
});
