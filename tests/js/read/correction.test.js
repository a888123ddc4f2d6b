import assert from "node:assert/strict";
import { test } from "node:test";

import { labelsOf, mended } from "../../../static/js/read/correction.js";

const MENDED = [
  ["one digit of a number", "42", ["4", "7"], "47"],
  ["a mixed number keeps its space", "1 1/2", ["1", "7", "/", "2"], "1 7/2"],
  ["a remainder keeps its spaces", "3 r 2", ["3", "r", "7"], "3 r 7"],
  ["a glyph without a sign leaves what was typed", "42", ["", "7"], "47"],
  ["nothing was read: glyph by glyph, until all are named", "", ["4", ""], ""],
  ["nothing was read, and all are named", "", ["4", "7"], "47"],
  ["something longer was typed, and all are named", "142", ["4", "7"], "47"],
];

for (const [name, text, signs, expected] of MENDED) {
  test(`mending: ${name}`, () => {
    assert.equal(mended(text, signs), expected);
  });
}

const LABELS = [
  ["a sign for each glyph", "1 1/2", 4, false, ["1", "1", "/", "2"]],
  ["typed anew", "42", 2, true, null],
  ["more signs than glyphs", "142", 2, false, null],
  ["no glyphs", "", 0, false, null],
];

for (const [name, text, glyphs, typed, expected] of LABELS) {
  test(`labels: ${name}`, () => {
    assert.deepEqual(labelsOf(text, glyphs, typed), expected);
  });
}
