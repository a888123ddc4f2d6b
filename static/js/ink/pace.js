/**
 * Ink in the pace at which it was written. Pure.
 */

/** A pause for thought says what it says in this time; the rest of it is only waiting. In ms. */
const LONGEST_PAUSE = 700;

/**
 * The strokes with times from 0 on and long pauses shortened. Points without a time (typed in, or made by a
 * program) are taken to be 16 ms apart.
 *
 * @param {number[][][]} strokes  points [x, y] or [x, y, t]
 * @returns {import("./geometry.js").Stroke[]}
 */
export function paced(strokes) {
  let now = 0;
  let before = null;
  return strokes.map((stroke) => stroke.map(([x, y, t]) => {
    const step = t === undefined || before === null ? 16 : Math.min(Math.max(t - before, 0), LONGEST_PAUSE);
    now += before === null && t !== undefined ? 0 : step;
    before = t ?? now;
    return [x, y, now];
  }));
}

export function durationOf(strokes) {
  return strokes.at(-1)?.at(-1)[2] ?? 0;
}

/** What was on the sheet by then: strokes of what had been begun, null for what had not. */
export function inkAt(strokes, ms) {
  return strokes.map((stroke) => {
    const drawn = stroke.filter(([, , t]) => t <= ms);
    return drawn.length ? drawn : null;
  });
}
