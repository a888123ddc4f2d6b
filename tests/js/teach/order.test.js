import assert from "node:assert/strict";
import { test } from "node:test";

import { moved, placeAt } from "../../../static/js/teach/order.js";

test("something moves up and down, as far as the ends allow", () => {
  assert.deepEqual(moved(["a", "b", "c"], "b", 0), ["b", "a", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], "b", 2), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", -1), ["a", "b", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], "c", 9), ["a", "b", "c"]);
});

test("what is dropped above the middle of another comes before it", () => {
  const others = [
    { top: 0, bottom: 40 },
    { top: 50, bottom: 90 },
  ];
  assert.equal(placeAt(19, others), 0);
  assert.equal(placeAt(21, others), 1);
  assert.equal(placeAt(69, others), 1);
  assert.equal(placeAt(71, others), 2);
  assert.equal(placeAt(10, []), 0);
});
