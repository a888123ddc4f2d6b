import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { drawingOf } from "../../../static/js/play/figure.js";
import { inLine, typeset } from "../../../static/js/play/typeset.js";

const golden = (name) => JSON.parse(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), "utf8"));

for (const { name, prompt, layout, spans, decimal_sign: decimalSign } of golden("typeset")) {
  test(`typeset: ${name}`, () => {
    assert.deepEqual(typeset(prompt, { layout, decimalSign }), spans);
  });
}

for (const { name, text, decimal_sign: decimalSign, line } of golden("lines")) {
  test(`in a line: ${name}`, () => {
    assert.equal(inLine(text, decimalSign), line);
  });
}

for (const { name, figure, drawing, decimal_sign: decimalSign } of golden("number_lines")) {
  test(`a number line: ${name}`, () => {
    assert.deepEqual(drawingOf(figure, decimalSign), drawing);
  });
}
