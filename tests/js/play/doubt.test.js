import assert from "node:assert/strict";
import { test } from "node:test";

import { doubtfulPlace, mirroredNote, nameOf, questionOf } from "../../../static/js/play/doubt.js";
import { reading, turned } from "./school.js";

const ask = (text, confidences, confidence = 0.6) => ({ ...reading(text, "ask", [], undefined, confidences), confidence });

const DOUBTS = [
  ["one glyph carries it", ask("42", [0.99, 0.62]), 1],
  ["two carry it: the less clear one", ask("42", [0.7, 0.65], 0.45), 1],
  ["no glyph carries it: how they are put together is in doubt", ask("42", [0.99, 0.98]), -1],
  ["sure", { ...ask("42", [0.99, 0.62]), decision: "sure" }, -1],
  ["no glyphs", reading("", "unread"), -1],
  ["a stored reading that says nothing of its glyphs", { ...ask("4"), glyphs: [{ text: "4", strokes: [0], box: [0, 0, 1, 1] }] }, -1],
];

for (const [name, read, place] of DOUBTS) {
  test(`doubt: ${name}`, () => {
    assert.equal(doubtfulPlace(read), place);
  });
}

const NAMES = [
  ["7", 0, null],
  ["42", 1, "second digit"],
  ["-42", 0, "minus sign"],
  ["-42", 2, "second digit"],
  ["-4", 1, "digit"],
  ["3.5", 1, "point"],
  ["3.5", 2, "second digit"],
  ["1/2", 0, "digit on top"],
  ["1/2", 1, "bar"],
  ["1/12", 3, "second digit at the bottom"],
  ["4 2/3", 0, "digit in front"],
  ["4 2/3", 1, "digit on top"],
  ["4 2/3", 3, "digit at the bottom"],
  ["14 2/3", 1, "second digit in front"],
  ["5 r 2", 1, "letter r"],
  ["5 r 2", 2, "second digit"],
  ["4:25", 1, "colon"],
  ["£3", 0, "sign"],
];

for (const [text, place, name] of NAMES) {
  test(`the glyph at ${place} of ${text} is called ${name ?? "nothing of its own"}`, () => {
    assert.equal(nameOf(reading(text, "ask"), place), name);
  });
}

test("a decimal sign has the name that the class gives it", () => {
  assert.equal(nameOf(reading("3.5", "ask"), 1, ","), "comma");
});

const QUESTIONS = [
  ["a digit", ask("42", [0.99, 0.6]), "Is the second digit a 2?"],
  ["an eight", ask("48", [0.99, 0.6]), "Is the second digit an 8?"],
  ["a sign", ask("-4", [0.6]), "Is there a minus sign?"],
  ["all of it", ask("42"), ""],
  ["the only digit", ask("4", [0.6]), ""],
];

for (const [name, read, question] of QUESTIONS) {
  test(`what is asked about ${name}`, () => {
    assert.equal(questionOf(read, "."), question);
  });
}

const MIRRORED = [
  ["none", reading("13", "sure"), ""],
  ["no reading", null, ""],
  ["one", turned(reading("13", "sure"), "3"), "Your 3 looks the other way round. I read it as 3."],
  ["the same twice", turned(reading("33", "sure"), "3"), "Your 3 looks the other way round. I read it as 3."],
  ["two", turned(reading("37", "sure"), "37"), "Your 3 and 7 look the other way round. I read them as 3 and 7."],
];

for (const [name, read, note] of MIRRORED) {
  test(`written the other way round: ${name}`, () => {
    assert.equal(mirroredNote(read), note);
  });
}
