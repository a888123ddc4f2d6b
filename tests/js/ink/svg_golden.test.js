import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { pathOf } from "../../../static/js/ink/svg.js";

const rows = JSON.parse(readFileSync(new URL("../../golden/ink_paths.json", import.meta.url), "utf8"));

for (const { name, stroke, path } of rows) {
  test(`pathOf: ${name}`, () => {
    assert.equal(pathOf(stroke), path);
  });
}
