import assert from "node:assert/strict";
import { test } from "node:test";

import { usefulKeys } from "../../../static/js/play/keypad.js";

const SIGNS = ["−", "/", ".", ",", " "];

const ROWS = [
  ["digit", []],
  ["whole", []],
  ["integer", ["−"]],
  ["decimal", ["−", ".", ","]],
  ["fraction", ["−", "/", " "]],
  ["mixed", ["−", "/", " "]],
  ["number", SIGNS],
  ["a format of tomorrow", SIGNS],
];

for (const [format, signs] of ROWS) {
  test(`keys for ${format}: the digits, and the signs that it needs`, () => {
    const isUseful = usefulKeys(format);
    assert.deepEqual(SIGNS.filter(isUseful), signs);
    assert.ok(["0", "7", "backspace"].every(isUseful));
  });
}
