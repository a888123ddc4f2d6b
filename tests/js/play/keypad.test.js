import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { usefulKeys } from "../../../static/js/play/keypad.js";

const page = readFileSync(new URL("../../../templates/play/keypad.html", import.meta.url), "utf8");
const KEYS = [...page.matchAll(/data-key="([^"]+)"/g)].map(([, key]) => key.replace("&lt;", "<").replace("&gt;", ">"));
const DIGITS = [..."7894561230", "backspace"];

const ROWS = [
  ["digit", ".", []],
  ["whole", ".", []],
  ["integer", ".", ["−"]],
  ["decimal", ".", ["−", "."]],
  ["decimal", ",", ["−", ","]],
  ["fraction", ".", ["−", "/", " "]],
  ["mixed", ",", ["−", "/", " "]],
  ["remainder", ".", ["r"]],
  ["money", ".", ["."]],
  ["money", ",", [","]],
  ["time", ".", [":"]],
  ["number", ",", ["−", "/", ",", " "]],
  ["a format of tomorrow", ".", ["−", "/", ".", " "]],
];

for (const [format, decimalSign, signs] of ROWS) {
  test(`keys for ${format} with a ${decimalSign}: the digits, and the signs that it needs`, () => {
    assert.deepEqual(KEYS.filter(usefulKeys(format, decimalSign)), [...DIGITS, ...signs]);
  });
}

test("keys for a comparison: its signs alone, and the one that takes one back", () => {
  assert.deepEqual(KEYS.filter(usefulKeys("comparison")), ["backspace", "<", "=", ">"]);
});
