import assert from "node:assert/strict";
import { test } from "node:test";

import { boundsOf, countPoints } from "../../../static/js/ink/geometry.js";
import {
  addStroke, canRedo, canUndo, clear, emptyInk, inkFrom, isEmpty, LIMITS, redo, toJSON, undo,
} from "../../../static/js/ink/strokes.js";

const ONE = [[100, 100, 5000], [100, 200, 5040]];
const TWO = [[200, 100, 5400], [260, 200, 5460]];
const inkOf = (...strokes) => strokes.reduce(addStroke, emptyInk());

/** A spiral: a line that cannot be thinned for nothing. */
function scribble(points, start = 0) {
  return Array.from({ length: points }, (_, i) => [
    500 + 0.1 * i * Math.cos(i / 9), 400 + 0.1 * i * Math.sin(i / 9), start + i * 4,
  ]);
}

test("times count from the first point of the ink", () => {
  assert.deepEqual(inkOf(ONE, TWO).strokes, [
    [[100, 100, 0], [100, 200, 40]],
    [[200, 100, 400], [260, 200, 460]],
  ]);
});

test("every change has a version of its own", () => {
  const ink = inkOf(ONE);
  const versions = [emptyInk(), ink, undo(ink), redo(undo(ink)), clear(redo(undo(ink)))].map((i) => i.version);
  assert.deepEqual(versions, [0, 1, 2, 3, 4]);
});

test("undo and redo go one stroke back and forth", () => {
  const ink = inkOf(ONE, TWO);
  assert.equal(undo(ink).strokes.length, 1);
  assert.deepEqual(redo(undo(ink)).strokes, ink.strokes);
  assert.ok(isEmpty(undo(undo(ink))));
  assert.equal(canUndo(emptyInk()), false);
  assert.equal(canRedo(ink), false);
  assert.equal(undo(emptyInk()).version, 0);
  assert.equal(redo(ink), ink);
});

test("a new stroke after undo leaves nothing to redo", () => {
  assert.equal(canRedo(addStroke(undo(inkOf(ONE)), TWO)), false);
});

test("a cleared sheet comes back whole", () => {
  const ink = inkOf(ONE, TWO);
  assert.ok(isEmpty(clear(ink)));
  assert.deepEqual(undo(clear(ink)).strokes, ink.strokes);
  const nothing = emptyInk();
  assert.equal(clear(nothing), nothing);
});

test("times never run backwards: after a reload, and after a clear that was undone", () => {
  const reloaded = addStroke(inkFrom([[[0, 0, 0], [9, 9, 700]]]), [[1, 1, 12], [2, 2, 20]]);
  assert.deepEqual(reloaded.strokes[1].map((p) => p[2]), [1700, 1708]);

  const cleared = addStroke(clear(inkOf(ONE, TWO)), [[1, 1, 9000]]);
  assert.deepEqual(cleared.strokes, [[[1, 1, 0]]]);
  const back = addStroke(undo(undo(cleared)), [[1, 1, 9100]]);
  const times = back.strokes.flat().map((p) => p[2]);
  assert.deepEqual(times, [...times].sort((a, b) => a - b));
});

test("the sixty-fifth stroke is refused aloud, and the others stay", () => {
  const full = inkOf(...Array.from({ length: LIMITS.strokes }, (_, i) => [[i, i, i]]));
  const more = addStroke(full, ONE);
  assert.equal(full.notice, null);
  assert.equal(more.notice, "full");
  assert.deepEqual(more.strokes, full.strokes);
  assert.equal(undo(more).notice, null);
});

test("past the limit of points lines are simplified aloud, and none is dropped", () => {
  const ink = inkOf(scribble(2500), scribble(2500, 20_000), [[1, 1, 40_000]]);
  assert.equal(ink.strokes.length, 3);
  assert.equal(inkOf(scribble(2500), scribble(2500, 20_000)).notice, "thinned");
  assert.ok(countPoints(ink.strokes) <= LIMITS.points);
  assert.ok(JSON.stringify(toJSON(ink.strokes)).length <= LIMITS.bytes);
  const [before, after] = [boundsOf([scribble(2500)]), boundsOf([ink.strokes[0]])];
  for (const side of ["x0", "y0", "x1", "y1"]) {
    assert.ok(Math.abs(before[side] - after[side]) < 2, side);
  }
});

test("any ink at all is within the limits", () => {
  let ink = emptyInk();
  for (let i = 0; i < 70; i += 1) {
    ink = addStroke(ink, scribble(300, i * 2000));
  }
  assert.equal(ink.strokes.length, LIMITS.strokes);
  assert.ok(countPoints(ink.strokes) <= LIMITS.points);
  assert.ok(JSON.stringify(toJSON(ink.strokes)).length <= LIMITS.bytes);
});

test("JSON is to a tenth of a unit and a whole millisecond, and comes back", () => {
  assert.deepEqual(toJSON([[[1.26, 2.04, 3.6]]]), [[[1.3, 2, 4]]]);
  const kept = JSON.parse(JSON.stringify(toJSON(inkOf(ONE, TWO).strokes)));
  assert.deepEqual(toJSON(inkFrom(kept).strokes), kept);
});
