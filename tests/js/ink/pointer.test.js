import assert from "node:assert/strict";
import { test } from "node:test";

import { IDLE, PALM_MS, step } from "../../../static/js/ink/pointer.js";

/** What came of a row of events: "begin", "extend 3", "finish 4" (points), "drop", "undo". */
function play(events) {
  let state = IDLE;
  const done = [];
  for (const event of events) {
    const result = step(state, event);
    state = result.state;
    done.push(...result.effects.map((e) => (e.do === "begin" || !e.points ? e.do : `${e.do} ${e.points.length}`)));
  }
  return { done, drawing: state.drawing?.id ?? null };
}

const record = (type, id, kind, t, points, rest) => ({ type, id, kind, t, points: points.map(([x, y]) => [x, y, t]), ...rest });
const down = (id, kind, t, at = [0, 0], button = 0) => record("down", id, kind, t, [at], { button });
const move = (id, kind, t, ...points) => record("move", id, kind, t, points, { buttons: 1 });
const hover = (id, kind, t, at = [0, 0]) => record("move", id, kind, t, [at], { buttons: 0 });
const up = (id, kind, t, at) => record("up", id, kind, t, [at]);
const cancel = (id, kind, t) => record("cancel", id, kind, t, []);
const lost = (id, kind, t) => record("lost", id, kind, t, []);

const ROWS = [
  ["a finger draws, every sample counted",
    [down(1, "touch", 0), move(1, "touch", 16, [1, 1], [2, 2], [3, 3]), up(1, "touch", 30, [3, 3])],
    ["begin", "extend 3", "finish 4"]],
  ["a place that only the end reports belongs to the stroke",
    [down(1, "mouse", 0), up(1, "mouse", 9, [40, 0])], ["begin", "finish 2"]],
  ["a dot is a stroke", [down(1, "pen", 0, [5, 5]), up(1, "pen", 40, [5, 5])], ["begin", "finish 1"]],
  ["a second finger draws nothing, even after the first has gone",
    [down(1, "touch", 0), down(2, "touch", 10, [90, 90]), move(2, "touch", 20, [91, 91]), move(1, "touch", 21, [1, 0]),
      up(1, "touch", 30, [1, 0]), move(2, "touch", 40, [95, 95]), up(2, "touch", 50, [95, 95])],
    ["begin", "extend 1", "finish 2"]],
  ["the main button of the mouse alone draws",
    [down(1, "mouse", 0, [0, 0], 2), move(1, "mouse", 5, [9, 9]), up(1, "mouse", 9, [9, 9])], []],
  ["a button that was let go out of sight ends the stroke where it was last seen",
    [down(1, "mouse", 0), move(1, "mouse", 5, [9, 9]), hover(1, "mouse", 900, [400, 400])],
    ["begin", "extend 1", "finish 2"]],
  ["a pen takes the sheet from the palm",
    [down(1, "touch", 0), move(1, "touch", 9, [3, 3]), down(2, "pen", 20), move(2, "pen", 25, [1, 1]), move(1, "touch", 26, [4, 4]),
      up(1, "touch", 30, [4, 4]), up(2, "pen", 40, [1, 1])],
    ["begin", "extend 1", "drop", "begin", "extend 1", "finish 2"]],
  ["a touch while the pen writes is a palm",
    [down(2, "pen", 0), down(1, "touch", 5), move(1, "touch", 9, [50, 50]), up(2, "pen", 20, [0, 0])],
    ["begin", "finish 1"]],
  ["a touch shortly after the pen is a palm",
    [down(2, "pen", 0), up(2, "pen", 100, [0, 0]), down(1, "touch", 100 + PALM_MS - 1), up(1, "touch", 999, [0, 0])],
    ["begin", "finish 1"]],
  ["a pen that hovers keeps the palm off",
    [hover(2, "pen", 500), down(1, "touch", 600), up(1, "touch", 650, [0, 0])], []],
  ["a finger long after the pen draws",
    [down(2, "pen", 0), up(2, "pen", 100, [0, 0]), down(1, "touch", 100 + PALM_MS), up(1, "touch", 2000, [0, 0])],
    ["begin", "finish 1", "begin", "finish 1"]],
  ["a mouse does not interrupt a finger",
    [down(1, "touch", 0), down(9, "mouse", 5), up(9, "mouse", 6, [3, 3]), up(1, "touch", 9, [0, 0])],
    ["begin", "finish 1"]],
  ["a cancelled line is kept",
    [down(1, "touch", 0), move(1, "touch", 80, [20, 20], [40, 40]), cancel(1, "touch", 90)],
    ["begin", "extend 2", "finish 3"]],
  ["a cancelled dot goes", [down(1, "touch", 0), cancel(1, "touch", 90)], ["begin", "drop"]],
  ["a cancelled jerk goes: long, but too quick to be meant",
    [down(1, "touch", 0), move(1, "touch", 8, [90, 90]), cancel(1, "touch", 10)], ["begin", "extend 1", "drop"]],
  ["a cancelled touch beside a pen goes",
    [down(1, "touch", 0), hover(2, "pen", 60), move(1, "touch", 80, [90, 90]), cancel(1, "touch", 90)],
    ["begin", "extend 1", "drop"]],
  ["capture lost without an end is like a cancel",
    [down(1, "mouse", 0), move(1, "mouse", 99, [90, 90]), lost(1, "mouse", 100)], ["begin", "extend 1", "finish 2"]],
  ["capture lost after the end is nothing",
    [down(1, "mouse", 0), up(1, "mouse", 9, [0, 0]), lost(1, "mouse", 10)], ["begin", "finish 1"]],
  ["the other end of the pen takes a stroke back",
    [down(2, "pen", 0, [0, 0], 5), move(2, "pen", 5, [9, 9]), up(2, "pen", 9, [9, 9])], ["undo"]],
  ["the pen's side button draws nothing",
    [down(2, "pen", 0, [0, 0], 2), move(2, "pen", 5, [9, 9]), up(2, "pen", 9, [9, 9])], []],
];

for (const [name, events, done] of ROWS) {
  test(name, () => {
    assert.deepEqual(play(events), { done, drawing: null });
  });
}

test("begin and extend bring what is new, finish brings the whole stroke", () => {
  const begun = step(IDLE, down(1, "pen", 0, [7, 8]));
  const more = step(begun.state, move(1, "pen", 4, [9, 9], [10, 9]));
  const done = step(more.state, up(1, "pen", 8, [10, 9]));
  assert.deepEqual(begun.effects, [{ do: "begin", points: [[7, 8, 0]] }]);
  assert.deepEqual(more.effects[0].points, [[9, 9, 4], [10, 9, 4]]);
  assert.deepEqual(done.effects[0].points, [[7, 8, 0], [9, 9, 4], [10, 9, 4]]);
});
