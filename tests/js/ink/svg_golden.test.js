import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { frameOf, pathOf } from "../../../static/js/ink/svg.js";

const golden = (name) => JSON.parse(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), "utf8"));

for (const { name, stroke, path } of golden("ink_paths")) {
  test(`pathOf: ${name}`, () => {
    assert.equal(pathOf(stroke), path);
  });
}

for (const { name, strokes, frame } of golden("ink_frames")) {
  test(`frameOf: ${name}`, () => {
    assert.equal(frameOf(strokes), frame);
  });
}
