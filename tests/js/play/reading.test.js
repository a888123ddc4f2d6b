import assert from "node:assert/strict";
import { test } from "node:test";

import { momentOf } from "../../../static/js/play/moment.js";
import { captionOf, markedGlyphs } from "../../../static/js/play/reading.js";
import { START } from "../../../static/js/play/state.js";
import { answer, ASSIGNMENT, play } from "./game.js";
import { next, reading, turned } from "./school.js";

const INK = { version: 1, strokes: 2, notice: null };
const state = (phase, rest) => ({ ...START, phase, next: next(), ink: INK, ...rest });
const text = (caption) => caption.pieces.map((piece) => (piece.kind !== "words" ? `[${piece.text}]` : piece.text)).join(" ");
const labels = (caption) => caption.choices.map((choice) => choice.label);

const at = (phase, rest, publicly) => momentOf(play(phase, rest, publicly), ASSIGNMENT, 0);
const PAUSED = at("question", {}, { paused: true });
const UNSURE = reading("42", "ask", ["47", "41"], ["4", "2"], [0.99, 0.6]);
const FRACTION = next({ format: "fraction", prompt: [] });

const ROWS = [
  ["nothing yet", state("writing", { ink: { ...INK, strokes: 0 } }), "empty", "Write your answer on the sheet.", []],
  ["nothing yet of an answer with a remainder", state("writing", { next: next({ format: "remainder", prompt: [] }), ink: { ...INK, strokes: 0 } }), "empty",
    "Write your answer on the sheet, like 5 r 2", []],
  ["calm while writing", state("writing"), "writing", "", []],
  ["a full sheet", state("writing", { ink: { ...INK, notice: "full" } }), "ask", "The sheet is full. Take something back, or clear it.", []],
  ["the reader is away", state("writing", { readerAway: true }), "writing", "I can't look at it now. You can send it all the same.", []],
  ["shown how, on an empty sheet", state("writing", { guided: true, next: FRACTION, ink: { ...INK, strokes: 0 } }), "guide",
    "[fraction] Write the top number, a bar under it, then the bottom number.", []],
  ["shown how, while writing", state("writing", { guided: true, next: FRACTION }), "guide",
    "[fraction] Write the top number, a bar under it, then the bottom number.", []],
  ["shown how, where a number needs no showing", state("writing", { guided: true, ink: { ...INK, strokes: 0 } }), "empty",
    "Write your answer on the sheet.", []],
  ["typing a fraction", state("writing", { mode: "typed", next: FRACTION }), "empty", "Type your answer, like 3/5", []],
  ["typing", state("writing", { mode: "typed" }), "empty", "Type your answer.", []],
  ["typed what is no answer", state("writing", { mode: "typed", typed: "half", remark: "Write a fraction." }), "unread", "Write a fraction.",
    ["Leave it for my teacher"]],
  ["reading", state("reading"), "reading", "I am reading", []],
  ["sure", state("read-sure", { reading: reading("42", "sure") }), "sure", "I read [42]", ["That's not it"]],
  ["sure of a digit that is turned round", state("read-sure", { reading: turned(reading("13", "sure"), "3") }), "sure",
    "I read [13] . Your 3 looks the other way round. I read it as 3.", ["That's not it"]],
  ["the child has said so", state("read-sure", { reading: UNSURE, confirmed: "47" }), "sure", "You wrote [47]", ["Write again"]],
  ["in doubt of one digit", state("read-ask", { reading: UNSURE }), "ask",
    "Is this [42] ? Is the second digit a 2?", ["Yes", "47", "41", "Write again"]],
  ["in doubt of no one digit", state("read-ask", { reading: reading("42", "ask", ["47", "12"]) }), "ask", "Is this [42] ?", ["Yes", "47", "12", "Write again"]],
  ["in doubt of the only digit", state("read-ask", { reading: reading("4", "ask", ["9"], ["4"], [0.6]) }), "ask", "Is this [4] ?", ["Yes", "9", "Write again"]],
  ["in doubt of the sign", state("read-ask", { reading: reading("-42", "ask", ["142"], [..."-42"], [0.6]) }), "ask",
    "Is this [-42] ? Is there a minus sign?", ["Yes", "142", "Write again"]],
  ["that's not it", state("read-ask", { reading: reading("42", "sure", ["47"]), doubted: true }), "ask", "What is it, then?", ["47", "Write again"]],
  ["that's not it, and there is no other guess", state("read-ask", { reading: reading("42", "sure"), doubted: true }), "ask",
    "Write it again, large and clear.", ["Write again"]],
  ["asked after sending", state("read-ask", { reading: UNSURE, asked: "u1" }), "ask",
    "Is this [42] ? Is the second digit a 2?", ["Yes", "47", "41", "Write again", "Leave it for my teacher"]],
  ["not read", state("read-unread", { reading: reading("", "unread") }), "unread", "I can't read this yet. Write it again, large and clear.", ["Write again"]],
  ["one glyph not read", state("read-unread", { reading: reading("", "unread", [], ["4", "2"], [0.99, 0.2]) }), "unread",
    "I can't read the second digit yet. Write it again, large and clear.", ["Write again"]],
  ["not read after sending", state("read-unread", { reading: null, leavable: true }), "unread",
    "I can't read this yet. Write it again, large and clear.", ["Write again", "Leave it for my teacher"]],
  ["sending", state("sending"), "writing", "Sending …", []],
  ["waiting", state("waiting", { waiting: { count: 1, lasting: true } }), "writing",
    "Your answer is safe on this device. 1 answer waiting for the network.", []],
  ["waiting with others, on a device that keeps nothing", state("waiting", { waiting: { count: 3, lasting: false } }), "writing",
    "Keep this page open: your answer is not sent yet. 3 answers waiting for the network.", []],
  ["refused", state("refused", { refusal: { detail: "“Tables” is not open now.", code: "closed" } }), "error", "“Tables” is not open now.", []],
  ["kept, as the reader was sure", state("kept", { reading: reading("42", "sure") }), "sure", "It's in! I read [42] . Now the others.", []],
  ["kept, as the child said", state("kept", { reading: UNSURE, confirmed: "47" }), "sure", "It's in! You wrote [47] . Now the others.", []],
  ["kept, and nobody knows yet as what", state("kept", { reading: UNSURE }), "writing", "It's in! Now the others.", []],
  ["kept, and read by the server", state("kept", { answer: answer({ text: "54" }) }), "sure", "It's in! I read [54] . Now the others.", []],
  ["kept, and typed", state("kept", { mode: "typed", typed: " 7 " }), "sure", "It's in! You wrote [7] . Now the others.", []],
  ["kept, typed on another device", state("kept", { answer: answer({ text: "7", source: "typed" }) }), "sure", "It's in! You wrote [7] . Now the others.", []],
  ["left to the teacher", state("kept", { left: true }), "writing", "It's in! Your teacher will look at it.", []],
  ["a break", state("read-sure", { reading: UNSURE, moment: PAUSED }), "writing", "A short break. Your teacher goes on in a moment.", []],
  ["a break before the first question of a race", state("loading", { moment: PAUSED }), "writing", "A short break. Your teacher goes on in a moment.", []],
  ["a break while it is on its way", state("sending", { moment: PAUSED }), "writing", "Sending …", []],
  ["time is up", state("writing", { timeUp: true }), "writing", "Time is up. Your teacher sees what you wrote.", []],
  ["time is up, and nothing was written", state("writing", { timeUp: true, ink: { ...INK, strokes: 0 } }), "writing", "Time is up. Let us see …", []],
  ["time is up, and it is on its way", state("sending", { timeUp: true }), "writing", "Sending …", []],
  ["the right answer is coming", state("revealed", { moment: at("reveal") }), "writing", "Let us see …", []],
  ["the stamp says it", state("revealed", { moment: at("reveal", { correct_answer: "54" }) }), "writing", "", []],
  ["feedback speaks for itself", state("feedback"), "writing", "", []],
];

for (const [name, before, tone, said, choices] of ROWS) {
  test(`caption: ${name}`, () => {
    const caption = captionOf(before);
    assert.deepEqual({ tone: caption.tone, said: text(caption), choices: labels(caption) }, { tone, said, choices });
  });
}

test("each choice carries the text that it stands for", () => {
  const { choices } = captionOf(state("read-ask", { reading: UNSURE }));
  assert.deepEqual(choices.map((c) => [c.action, c.text]), [["confirm", "42"], ["confirm", "47"], ["confirm", "41"], ["rewrite", undefined]]);
});

test("the glyph in doubt is marked, in a sure reading none", () => {
  const doubts = (read) => markedGlyphs(read).map((glyph) => glyph.doubtful);
  assert.deepEqual(doubts(UNSURE), [false, true]);
  assert.deepEqual(doubts({ ...UNSURE, decision: "sure" }), [false, false]);
});

test("a glyph is labelled as the class writes it", () => {
  const labels = (text) => markedGlyphs(reading(text, "sure"), ",").map((glyph) => glyph.text);
  assert.deepEqual(labels("-2.7"), ["−", "2", ",", "7"]);
});

test("a guess at what could not be read is not shown", () => {
  const glyphs = markedGlyphs(reading("", "unread", [], ["4", "2"], [0.99, 0.2]));
  assert.deepEqual(glyphs.map(({ text, doubtful }) => [text, doubtful]), [["", false], ["", true]]);
});
