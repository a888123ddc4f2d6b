import assert from "node:assert/strict";
import { test } from "node:test";

import { saidOf } from "../../../static/js/host/announcing.js";
import { host, player } from "./game.js";

const REVEAL = { correct_answer: "56", right: 20, wrong: 5, unread: 2, silent: 1, wall: [] };

const SAID = [
  ["what is on the screen when it opens", null, host({ phase: "lobby" }), 0, "The doors are open. 3 of 28 here."],
  ["a question", host({ phase: "lobby" }), host(), 0, "Question 3 of 10. 7 times 8"],
  ["the answer", host(), host({ phase: "reveal" }, { reveal: REVEAL }), 0, "The answer is 56. 20 right, 5 wrong, 2 could not be read."],
  ["the answer, that came after the phase", host({ phase: "reveal" }), host({ phase: "reveal" }, { reveal: REVEAL }), 0,
    "The answer is 56. 20 right, 5 wrong, 2 could not be read."],
  ["nothing of each name that comes", host({ phase: "lobby" }, { players: [] }), host({ phase: "lobby" }, { players: [player(1)] }), 4999, ""],
  ["the count, now and then", host({}, { answered: 1 }), host({}, { answered: 2 }), 5000, "2 of 3 have answered."],
  ["nothing where nothing changed", host(), host(), 60_000, ""],
  ["a pause", host(), host({ paused: true }), 0, "Paused."],
  ["the doors", host({ phase: "lobby" }), host({ phase: "lobby", locked: true }), 0, "The doors are closed."],
  ["names", host(), host({}, { names_hidden: true }), 0, "Names are hidden."],
];

for (const [name, before, after, since, sentence] of SAID) {
  test(`saidOf: ${name}`, () => assert.equal(saidOf(before, after, 28, since), sentence));
}
