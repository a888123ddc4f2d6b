import assert from "node:assert/strict";
import { test } from "node:test";

import { momentOf, renewed } from "../../../static/js/play/moment.js";
import { answer, ASSIGNMENT, open, play } from "./game.js";

const NOW = 5000;
const momentAt = (told) => momentOf(told, ASSIGNMENT, NOW);

test("a question of the game is one as the API's Next has it, with one try", () => {
  const { next, stage } = momentAt(play("question"));
  assert.equal(stage, "question");
  assert.deepEqual(next, {
    assignment: ASSIGNMENT,
    progress: { answered: 2, total: 10 },
    question: { ...open("question").question, tries_left: 1, last: null },
    finished: false,
  });
});

for (const phase of ["lobby", "standings", "flying", "over"]) {
  test(`nobody is asked anything in: ${phase}`, () => {
    assert.equal(momentAt(play(phase)).next, null);
  });
}

test("a player without a team has none", () => {
  const told = play("lobby");
  assert.equal(momentAt(told).game.team, "Comets");
  assert.equal(momentAt({ ...told, me: { ...told.me, team: null } }).game.team, null);
});

const CLOCKS = [
  ["none", {}, { seconds: null, closesAt: null, leftMs: null }],
  ["running", { seconds: 20, closes_in_ms: 12_000 }, { seconds: 20, closesAt: 17_000, leftMs: 12_000 }],
  ["standing still while the game is paused", { seconds: 20, closes_in_ms: 12_000, paused: true }, { seconds: 20, closesAt: null, leftMs: 12_000 }],
];

for (const [name, publicly, clock] of CLOCKS) {
  test(`clock: ${name}`, () => {
    assert.deepEqual(momentAt(play("question", {}, publicly)).game.clock, clock);
  });
}

test("what is the child's own of this question stays when everybody hears that it is over", () => {
  const told = renewed(play("question", { answer: answer(), reading: true }), open("reveal", { version: 18 }));
  assert.deepEqual([told.answer, told.reading, told.public.phase], [answer(), true, "reveal"]);
});

test("what is the child's own of one question is not told of the next", () => {
  const next = open("question", { version: 19, number: 4, question: { ...open("question").question, id: 346 } });
  const told = renewed(play("reveal", { answer: answer(), late: true, correct_answer: "56" }), next);
  assert.deepEqual([told.answer, told.reading, told.late, told.correct_answer], [null, false, false, null]);
});
