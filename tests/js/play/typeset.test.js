import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { typeset } from "../../../static/js/play/typeset.js";

const rows = JSON.parse(readFileSync(new URL("../../golden/typeset.json", import.meta.url), "utf8"));

for (const { name, prompt, pieces } of rows) {
  test(`typeset: ${name}`, () => {
    assert.deepEqual(typeset(prompt), pieces);
  });
}
