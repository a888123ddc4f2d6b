/**
 * Strokes as SVG: one path for each, smoothed as the pad smooths them. Pure.
 */

import { boundsOf, IDENTITY } from "./geometry.js";

/** Width of the line in pad units, where ink is shown after it was written. */
export const LINE_WIDTH = 12;

/**
 * The `d` of one stroke: quadratic curves through the middles of its segments, so that the line
 * is smooth however coarse the samples are. A dot is a line too short to see, with round ends.
 *
 * @param {import("./geometry.js").Stroke} stroke
 * @param {import("./geometry.js").View} view
 */
export function pathOf(stroke, view = IDENTITY) {
  const place = ([x, y]) => [number(x * view.scale + view.dx), number(y * view.scale + view.dy)];
  const [first, ...rest] = stroke.map(place);
  if (rest.length === 0) {
    return `M${first.join(" ")}h.01`;
  }
  let d = `M${first.join(" ")}`;
  for (let i = 0; i < rest.length - 1; i += 1) {
    d += `Q${rest[i].join(" ")} ${middle(rest[i], rest[i + 1]).map(number).join(" ")}`;
  }
  return `${d}L${rest.at(-1).join(" ")}`;
}

/**
 * What an <svg> of the ink needs; null where there is no ink.
 *
 * @returns {{viewBox: string, paths: string[], width: number, height: number} | null}
 */
export function svgOf(strokes, margin = LINE_WIDTH) {
  const box = boundsOf(strokes);
  if (!box) {
    return null;
  }
  const width = number(box.x1 - box.x0 + 2 * margin);
  const height = number(box.y1 - box.y0 + 2 * margin);
  return {
    viewBox: `${number(box.x0 - margin)} ${number(box.y0 - margin)} ${width} ${height}`,
    paths: strokes.map((stroke) => pathOf(stroke)),
    width,
    height,
  };
}

/** The point half-way between two. */
export function middle([ax, ay], [bx, by]) {
  return [(ax + bx) / 2, (ay + by) / 2];
}

const number = (value) => Math.round(value * 10) / 10;
