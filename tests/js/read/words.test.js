import assert from "node:assert/strict";
import { test } from "node:test";

import { alternativesOf, captionFor, nameOf, percent, spaced, timesOf } from "../../../static/js/read/words.js";
import { reading } from "../play/school.js";

const said = ({ tone, pieces }) => [tone, pieces.map(({ text }) => text).join("|")];

const CAPTIONS = [
  ["a sure number", reading("42", "sure"), ["sure", "I read|42|. I am 97.0 % sure."]],
  ["a sum", reading("12+7×2", "sure"), ["sure", "I read|12 + 7 × 2|. I am 97.0 % sure."]],
  ["doubt", reading("42", "ask"), ["ask", "Is this|42|? In a quiz I would ask."]],
  ["no number", reading("", "unread"), ["unread", "I can't read this. In a quiz I would ask for it again."]],
];

for (const [name, read, caption] of CAPTIONS) {
  test(`it says: ${name}`, () => {
    assert.deepEqual(said(captionFor(read)), caption);
  });
}

const SPACED = [
  ["12+7×2", "12 + 7 × 2"],
  ["1+2=4", "1 + 2 = 4"],
  ["-3-4", "-3 - 4"],
  ["2×(3+4)", "2 × (3 + 4)"],
  ["(3+4)÷-7", "(3 + 4) ÷ -7"],
  ["5<6", "5 < 6"],
  ["12=", "12 ="],
  ["<", "<"],
  ["-3.5", "-3.5"],
  ["1 1/2", "1 1/2"],
  ["3 r 2", "3 r 2"],
  ["3:45", "3:45"],
];

for (const [text, written] of SPACED) {
  test(`${text} is written ${written}`, () => {
    assert.equal(spaced(text), written);
  });
}

const PERCENT = [[0.9999, "over 99.9 %"], [0.9876, "98.8 %"], [0.5, "50.0 %"], [0.0004, "< 0.1 %"], [0, "< 0.1 %"]];

for (const [odds, words] of PERCENT) {
  test(`${odds} is ${words}`, () => {
    assert.equal(percent(odds), words);
  });
}

test("other readings come with their odds, the likeliest first", () => {
  assert.equal(alternativesOf(reading("42", "ask", ["47", "12"])), "47 (5.0 %), or 12 (5.0 %)");
  assert.equal(alternativesOf(reading("42", "sure")), "");
  assert.equal(alternativesOf({ alternatives: [["47", 0.012], ["12", 0.009]] }), "47 (1.2 %)");
});

test("what is no sign has a name", () => {
  assert.deepEqual(["junk", "-", "7"].map(nameOf), ["none", "−", "7"]);
});

test("stages come in the order in which they happen", () => {
  const taken = timesOf({ whole: 4.04, net: 1, groups: 0.5, decode: 0.25, render: 2 });
  assert.deepEqual(taken.map(([, time]) => time), ["0.5 ms", "2.0 ms", "1.0 ms", "0.3 ms", "4.0 ms"]);
});
