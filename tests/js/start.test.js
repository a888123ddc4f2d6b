import assert from "node:assert/strict";
import { test } from "node:test";

import { captionFor } from "../../static/js/start/words.js";
import { reading } from "./play/school.js";

const said = (caption) => [caption.tone, caption.pieces.map((piece) => piece.text).join("|")];

const ROWS = [
  ["a sure number", reading("42", "sure"), ["sure", "I read|42|. Another?"]],
  ["the planets", reading("8", "sure"), ["sure", "I read|8|: as many as there are planets."]],
  ["a palindrome", reading("121", "sure"), ["sure", "I read|121|: the same from both ends."]],
  ["a square", reading("49", "sure"), ["sure", "I read|49|: that is 7 × 7."]],
  ["one is nobody's square here", reading("1", "sure"), ["sure", "I read|1|. Another?"]],
  ["nothing at all", reading("0", "sure"), ["sure", "I read|0|. Another?"]],
  ["a long number", reading("123456", "sure"), ["sure", "I read|123456|: a large one!"]],
  ["a long number that is small", reading("0.0625", "sure"), ["sure", "I read|0.0625|. Another?"]],
  ["a mixed number", reading("1 1/2", "sure"), ["sure", "I read|1 1/2|. Another?"]],
  ["a number under zero", reading("-9", "sure"), ["sure", "I read|-9|. Another?"]],
  ["doubt", reading("42", "ask"), ["ask", "Is this|42|? I would ask."]],
  ["no number", reading("", "unread"), ["unread", "I can't read that one yet. A little larger?"]],
];

for (const [name, read, caption] of ROWS) {
  test(`the start page says: ${name}`, () => {
    assert.deepEqual(said(captionFor(read)), caption);
  });
}
