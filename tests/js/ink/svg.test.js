import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { pathOf } from "../../../static/js/ink/svg.js";

const GOLDEN = new URL("../../golden/ink_paths.json", import.meta.url);

for (const { name, stroke, path } of JSON.parse(readFileSync(GOLDEN, "utf8"))) {
  test(`the line of the page and of the server: ${name}`, () => {
    assert.equal(pathOf(stroke), path);
  });
}
