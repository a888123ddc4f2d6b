import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { chart, wordsOf } from "../../../static/js/ui/journey.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/journeys.json", import.meta.url), "utf8"));

for (const { name, journey, chart: expected } of golden) {
  test(`${name}: the chart is drawn as the server draws it`, () => {
    assert.deepEqual(chart(journey), expected);
  });
}

test("the words say where the class is", () => {
  assert.equal(wordsOf({ planet: "Mars", next: "Ceres" }), "Flying from Mars to Ceres");
  assert.equal(wordsOf({ planet: "the Andromeda Galaxy", next: null }), "Arrived at the Andromeda Galaxy");
});
