import assert from "node:assert/strict";
import { test } from "node:test";

import { barsOf, courseOf, hardest, percent, placed, soFar } from "../../../static/js/host/figures.js";
import { player } from "./game.js";

test("what the class did so far is the sum of what each did", () => {
  const players = [player(1, { right: 2, answered: 3, points: 200 }), player(2, { right: 1, answered: 1, points: 100 })];
  assert.deepEqual(soFar(players), { right: 3, answered: 4, points: 300 });
});

test("a share of nothing is none", () => {
  assert.deepEqual([percent(2, 3), percent(0, 0)], [67, null]);
});

const q = (number, right, wrong, unread = 0) => ({ number, right, wrong, unread, silent: 0 });

const HARDEST = [
  ["the fewest right of those marked", [q(1, 9, 1), q(2, 3, 7), q(3, 8, 2)], 2],
  ["unread ink makes no question hard", [q(1, 1, 0, 9), q(2, 9, 1)], 2],
  ["of two alike the first", [q(1, 5, 5), q(2, 5, 5)], 1],
  ["none where all were right", [q(1, 9, 0)], null],
  ["none where nobody answered", [q(1, 0, 0)], null],
];

for (const [name, questions, number] of HARDEST) {
  test(`hardest: ${name}`, () => assert.equal(hardest(questions)?.number ?? null, number));
}

test("teams keep their places, and the longest bar is full", () => {
  const bars = barsOf([{ name: "Comets", points: 50 }, { name: "Moons", points: 100 }]);
  assert.deepEqual(bars.map(({ name, share, first }) => [name, share, first]), [["Comets", 0.5, false], ["Moons", 1, true]]);
});

test("before the first point all bars are empty", () => {
  assert.deepEqual(barsOf([{ name: "Comets", points: 0 }]).map(({ share }) => share), [0]);
});

test("who has the same points has the same place", () => {
  const leaders = [300, 300, 200, 100].map((points) => ({ name: "", points }));
  assert.deepEqual(placed(leaders).map(({ place }) => place), [1, 1, 3, 4]);
});

const stops = (course) => course.map(({ from, to, players }) => [from, to, players.map(({ id }) => id)]);

test("a course has a start, a stop for each question, and everybody somewhere", () => {
  const course = courseOf([player(1), player(2, { place: 3 }), player(3, { place: 3 })], 3);
  assert.deepEqual(stops(course), [[0, 0, [1]], [1, 1, []], [2, 2, []], [3, 3, [2, 3]]]);
});

test("on a course with few stops questions share one, the start and the end none", () => {
  const course = courseOf([player(1), player(2, { place: 1 }), player(3, { place: 4 }), player(4, { place: 7 }), player(5, { place: 8 })], 8, 5);
  assert.deepEqual(stops(course), [[0, 0, [1]], [1, 3, [2]], [4, 6, [3]], [7, 7, [4]], [8, 8, [5]]]);
});

test("a race of one question is a start and an end", () => {
  assert.deepEqual(stops(courseOf([player(1, { place: 1 })], 1, 12)), [[0, 0, []], [1, 1, [1]]]);
});

test("who stands past the end, as of a question that is no longer asked, has arrived", () => {
  assert.deepEqual(stops(courseOf([player(1, { place: 4 })], 3)).at(-1), [3, 3, [1]]);
});
