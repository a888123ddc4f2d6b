/**
 * A stroke as path data, for canvas and SVG. Pure. `quizzes/ink_svg.py` draws the same line on the server;
 * tests/golden/ink_paths.json holds both to it.
 */

/**
 * Quadratic curves through the middles of the segments, so that the line is smooth however coarse the samples
 * are. A dot is a line too short to see, with round ends.
 *
 * @param {import("./geometry.js").Stroke} stroke
 * @returns {string} the `d` of a path
 */
export function pathOf(stroke) {
  const [first, ...rest] = stroke.map(([x, y]) => [round(x), round(y)]);
  if (rest.length === 0) {
    return `M${first.join(" ")}h.01`;
  }
  let d = `M${first.join(" ")}`;
  for (let i = 0; i < rest.length - 1; i += 1) {
    d += `Q${rest[i].join(" ")} ${middle(rest[i], rest[i + 1]).map(round).join(" ")}`;
  }
  return `${d}L${rest.at(-1).join(" ")}`;
}

/** The point half-way between two. */
export function middle([ax, ay], [bx, by]) {
  return [(ax + bx) / 2, (ay + by) / 2];
}

const round = (value) => Math.round(value * 10) / 10;

const MARGIN = 24;
const SMALLEST = 160; // in pad units: a dot, or a lone 1, is not blown up to fill its frame

/**
 * The `viewBox` of a picture of these strokes, with room around them; `quizzes/ink_svg.py` has the same, and
 * tests/golden/ink_frames.json holds both to it.
 *
 * @param {import("./geometry.js").Stroke[]} strokes  not empty
 */
export function frameOf(strokes) {
  const points = strokes.flat();
  const [left, width] = spanOf(points.map(([x]) => round(x)));
  const [top, height] = spanOf(points.map(([, y]) => round(y)));
  return [left, top, width, height].map(round).join(" ");
}

/** Where the frame begins along one axis, and how long it is. */
function spanOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  const length = Math.max(high - low + 2 * MARGIN, SMALLEST);
  return [(low + high - length) / 2, length];
}
