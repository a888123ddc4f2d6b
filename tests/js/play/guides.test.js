import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { guideOf } from "../../../static/js/play/guides.js";

const FORMATS = ["integer", "decimal", "fraction", "mixed", "remainder", "comparison", "money", "time", "number"];
const asks = (format, ...texts) => ({ format, prompt: texts.map((text) => ({ kind: "number", text })) });
const shapes = (question) => guideOf(question).ghost.map((part) => part.text ?? part.kind);

const GHOSTS = [
  ["integer", ["-", "box"]],
  ["decimal", ["box", ".", "box"]],
  ["fraction", ["box", "bar", "box"]],
  ["mixed", ["box", "box", "bar", "box"]],
  ["remainder", ["box", "r", "box"]],
  ["comparison", ["<", "=", ">"]],
  ["money", ["box", ".", "box"]],
  ["time", ["box", ":", "box"]],
  ["number", []],
];

for (const [format, ghost] of GHOSTS) {
  test(`ghost: ${format}`, () => {
    assert.deepEqual(shapes(asks(format)), ghost);
  });
}

test("digits and words need no guide", () => {
  for (const format of ["digit", "whole", "text"]) {
    assert.equal(guideOf(asks(format)), null);
  }
});

test("money shows the sign that the question shows, and no other", () => {
  assert.deepEqual(shapes(asks("money", "£3.50", "+", "£1.20")), ["£", "box", ".", "box"]);
  assert.deepEqual(shapes(asks("decimal", "£3.50")), ["box", ".", "box"]);
});

test("a ghost lies on the sheet", () => {
  for (const format of FORMATS) {
    for (const { x, y, width = 0, height = 0 } of guideOf(asks(format, "€")).ghost) {
      assert.ok(x > 0 && x + width < 1000 && y > 0 && y + height < 600, format);
    }
  }
});

test("where a class writes a comma, so does its guide", () => {
  const { typed, sentence, example } = guideOf(asks("decimal"), ",");
  assert.deepEqual([typed, example, sentence.includes("a clear comma")], ["2,7", "decimal-comma", true]);
  assert.deepEqual(guideOf(asks("money"), ",").ghost.map((part) => part.text ?? part.kind), ["box", ",", "box"]);
  assert.deepEqual(guideOf(asks("fraction"), ","), guideOf(asks("fraction")));
});

test("every guide has its example drawn", () => {
  const drawn = readFileSync(new URL("../../../static/images/examples.svg", import.meta.url), "utf8");
  for (const format of FORMATS) {
    for (const sign of ".,") {
      assert.ok(drawn.includes(`<symbol id="${guideOf(asks(format), sign).example}"`), `${format} ${sign}`);
    }
  }
});
