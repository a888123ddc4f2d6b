import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { paintOf, pieces } from "../../../static/js/ui/rocket.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/rockets.json", import.meta.url), "utf8"));

for (const { name, outfit, paint, pieces: expected } of golden) {
  test(`${name}: a rocket is drawn of the pieces that the server draws`, () => {
    assert.deepEqual(pieces(outfit).map(({ symbol, kind }) => [symbol, kind]), expected);
    assert.equal(paintOf(outfit), paint);
  });
}
