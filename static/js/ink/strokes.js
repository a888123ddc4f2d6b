/**
 * The ink of one answer and its history, as an immutable value. Pure.
 *
 * @typedef {import("./geometry.js").Stroke} Stroke
 * @typedef {object} Ink
 * @property {Stroke[]} strokes  in pad units, times in milliseconds from the first point
 * @property {number} version    a new number at every change: a reading of older ink is told by it
 * @property {null | "thinned" | "full"} notice  what happened to the stroke that came last, where it is not
 *   simply there: "thinned", the line was simplified to stay within the limits; "full", it was refused
 * @property {Stroke[][]} past, future  what undo and redo go to
 * @property {number | null} origin     the clock's time at which t is 0; null where the clock is unknown
 */

import { countPoints, thin } from "./geometry.js";

/** The server's limits (docs/architecture.md). Bytes: its 64 KB less room for the rest of the request. */
export const LIMITS = Object.freeze({ strokes: 64, points: 4000, bytes: 60_000 });

/** Clocks do not survive a reload, so the pause before the next stroke is given this length, in ms. */
const PAUSE_AFTER_RELOAD = 1000;

const STEPS_KEPT = 200;

/** @returns {Ink} */
export function emptyInk() {
  return { strokes: [], version: 0, notice: null, past: [], future: [], origin: null };
}

/** Ink that was kept, ready to be written on: `toJSON` turned round. @returns {Ink} */
export function inkFrom(strokes, version = 0) {
  return { ...emptyInk(), strokes, version };
}

/**
 * The ink with one more stroke, whose times are the clock's.
 *
 * A stroke past the limit of strokes is refused, and past the limit of points every line is
 * simplified; either way `notice` says so. No stroke vanishes silently.
 *
 * @param {Ink} ink
 * @param {Stroke} stroke
 * @returns {Ink}
 */
export function addStroke(ink, stroke) {
  if (ink.strokes.length >= LIMITS.strokes) {
    return { ...ink, notice: "full" };
  }
  const origin = originFor(ink, stroke[0][2]);
  const strokes = [...ink.strokes, stroke.map(([x, y, t]) => [x, y, t - origin])];
  if (fits(strokes)) {
    return { ...changed(ink, strokes), origin };
  }
  return { ...changed(ink, thin(strokes, fits)), origin, notice: "thinned" };
}

export const canUndo = (ink) => ink.past.length > 0;
export const canRedo = (ink) => ink.future.length > 0;
export const isEmpty = (ink) => ink.strokes.length === 0;

/** One step back; a cleared sheet comes back whole. @returns {Ink} */
export function undo(ink) {
  if (!canUndo(ink)) {
    return ink;
  }
  return {
    ...ink,
    strokes: ink.past.at(-1),
    past: ink.past.slice(0, -1),
    future: [ink.strokes, ...ink.future],
    version: ink.version + 1,
    notice: null,
  };
}

/** @returns {Ink} */
export function redo(ink) {
  if (!canRedo(ink)) {
    return ink;
  }
  const [strokes, ...future] = ink.future;
  return { ...changed(ink, strokes), future };
}

/** An empty sheet; can be undone. @returns {Ink} */
export function clear(ink) {
  return isEmpty(ink) ? ink : changed(ink, []);
}

/** The strokes as the API takes them: [[[x, y, t], …], …], to a tenth of a unit and a whole millisecond. */
export function toJSON(strokes) {
  return strokes.map((stroke) => stroke.map(([x, y, t]) => [round(x), round(y), Math.round(t)]));
}

function changed(ink, strokes) {
  return {
    ...ink,
    strokes,
    past: [...ink.past, ink.strokes].slice(-STEPS_KEPT),
    future: [],
    version: ink.version + 1,
    notice: null,
  };
}

/** Times never run backwards: not after a reload, and not after a clear that was undone. */
function originFor(ink, now) {
  if (isEmpty(ink)) {
    return now;
  }
  const last = ink.strokes.at(-1).at(-1)[2];
  const known = ink.origin !== null && now - ink.origin >= last;
  return known ? ink.origin : now - last - PAUSE_AFTER_RELOAD;
}

function fits(strokes) {
  return countPoints(strokes) <= LIMITS.points && JSON.stringify(toJSON(strokes)).length <= LIMITS.bytes;
}

const round = (value) => Math.round(value * 10) / 10;
