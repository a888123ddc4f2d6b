import assert from "node:assert/strict";
import { test } from "node:test";

import { screenOf as ofRoster, told, warningOf } from "../../../static/js/host/screen.js";
import { host, player } from "./game.js";

const screenOf = (game, roster = 28) => ofRoster(game, roster);

const SCENES = [
  ["a lobby with nobody in it cannot start", host({ phase: "lobby", number: 0 }, { players: [] }),
    { scene: "lobby", place: "10 questions", count: "0 of 28", forward: ["start", false], acts: ["lock", "hide-names", "end"] }],
  ["a lobby with somebody in it can", host({ phase: "lobby", number: 0 }),
    { scene: "lobby", place: "10 questions", count: "3 of 28", forward: ["start", true], acts: ["lock", "hide-names", "end"] }],
  ["a question", host({}, { answered: 1 }),
    { scene: "question", place: "Question 3 of 10", count: "1 of 3 has answered", forward: ["next", true],
      acts: ["lock", "hide-names", "end", "pause", "skip"] }],
  ["a question, paused", host({ paused: true }),
    { scene: "question", place: "Question 3 of 10", count: "0 of 3 have answered", forward: ["resume", true],
      acts: ["lock", "hide-names", "end", "resume", "skip"] }],
  ["the answer", host({ phase: "reveal", locked: true }, { names_hidden: true }),
    { scene: "reveal", place: "Question 3 of 10", count: "3 players", forward: ["next", true], acts: ["unlock", "show-names", "end"] }],
  ["standings", host({ phase: "standings" }),
    { scene: "standings", place: "Question 3 of 10", count: "3 players", forward: ["next", true], acts: ["lock", "hide-names", "end"] }],
  ["a race", host({ phase: "flying", pace: "own", number: 0, question: null }, { players: [player(1, { place: 10 }), player(2, { place: 4 })] }),
    { scene: "race", place: "10 questions", count: "1 of 2 have arrived", forward: ["end", true], acts: ["lock", "hide-names", "end", "pause"] }],
  ["the end", host({ phase: "over", question: null }),
    { scene: "over", place: "The end", count: "3 players", forward: null, acts: ["hide-names"] }],
];

for (const [name, game, expected] of SCENES) {
  test(`screenOf: ${name}`, () => {
    const { scene, place, count, forward, acts } = screenOf(game);
    assert.deepEqual({ scene, place, count, forward: forward && [forward.act, forward.ready], acts }, expected);
  });
}

test("screenOf: a lobby counts the class by its list, and guests beside it", () => {
  const count = (roster, ...guests) => screenOf(host({ phase: "lobby", number: 0 }, { players: guests.map((guest) => ({ guest })) }), roster).count;
  assert.equal(count(12, false, false, true), "2 of 12 and 1 guest");
  assert.equal(count(2, false, true, true), "1 of 2 and 2 guests");
  assert.equal(count(0, true, true), "2 players");
  assert.equal(count(1, false, false), "2 players");
});

test("screenOf: the last standings lead to the end, the others to a question", () => {
  const label = (number) => screenOf(host({ phase: "standings", number })).forward.label;
  assert.deepEqual([label(9), label(10)], ["Next question", "Finish"]);
});

test("screenOf: without the game nobody is said to travel", () => {
  assert.equal(screenOf(host({ phase: "reveal", with_game: false })).forward.label, "See how we are doing");
});

test("screenOf: a new scene begins with each question and each phase of it, not with a pause", () => {
  const key = (publicly) => screenOf(host(publicly)).key;
  assert.notEqual(key({ number: 3 }), key({ number: 4 }));
  assert.notEqual(key({}), key({ phase: "reveal" }));
  assert.equal(key({}), key({ paused: true }));
});

const WARNINGS = [
  ["skipping what nobody has answered loses nothing", "skip", host(), null],
  ["skipping what was answered", "skip", host({}, { answered: 17 }), "17 answers to it will not count."],
  ["skipping what one has answered", "skip", host({}, { answered: 1 }), "1 answer to it will not count."],
  ["ending", "end", host(), "Everything that was answered is kept, and counts. The game cannot be reopened."],
  ["ending before the beginning", "end", host({ phase: "lobby" }), "Its code stops working, and nobody can join any more."],
  ["pausing", "pause", host(), null],
];

for (const [name, act, game, text] of WARNINGS) {
  test(`warningOf: ${name}`, () => assert.equal(warningOf(act, game)?.text ?? null, text));
}

test("told: an older word changes nothing", () => {
  const game = host({}, { answered: 2 });
  assert.equal(told(game, { ...game.public, version: 16, phase: "lobby" }), game);
});

test("told: in the same moment the counts stay", () => {
  const game = host({}, { answered: 2 });
  assert.equal(told(game, { ...game.public, version: 18, paused: true }).answered, 2);
});

test("told: of another moment nothing is kept that belongs to the one before", () => {
  const game = host({ phase: "reveal" }, { answered: 2, reveal: { correct_answer: "56" } });
  const { answered, reveal, public: publicly } = told(game, { ...game.public, version: 18, phase: "question", number: 4 });
  assert.deepEqual([answered, reveal, publicly.number], [0, null, 4]);
});
