/**
 * Measures and transformations of strokes. Pure: points in, points out.
 *
 * A point is [x, y, t]: pad units (the sheet is 1000 wide, y grows downward) and milliseconds.
 * A stroke is a non-empty array of points; strokes are an array of those.
 *
 * @typedef {[number, number, number]} Point
 * @typedef {Point[]} Stroke
 * @typedef {{x0: number, y0: number, x1: number, y1: number}} Box
 * @typedef {{scale: number, dx: number, dy: number}} View  ink unit → sheet unit: x · scale + dx
 */

export const SHEET_WIDTH = 1000;

/** @type {View} */
export const IDENTITY = Object.freeze({ scale: 1, dx: 0, dy: 0 });

/** The smallest box around the strokes, or null where there is no ink. @returns {Box | null} */
export function boundsOf(strokes) {
  let box = null;
  for (const stroke of strokes) {
    for (const [x, y] of stroke) {
      box ??= { x0: x, y0: y, x1: x, y1: y };
      box.x0 = Math.min(box.x0, x);
      box.y0 = Math.min(box.y0, y);
      box.x1 = Math.max(box.x1, x);
      box.y1 = Math.max(box.y1, y);
    }
  }
  return box;
}

export function countPoints(strokes) {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

/** The length of the line through the points, in pad units. */
export function lengthOf(stroke) {
  let length = 0;
  for (let i = 1; i < stroke.length; i += 1) {
    length += Math.hypot(stroke[i][0] - stroke[i - 1][0], stroke[i][1] - stroke[i - 1][1]);
  }
  return length;
}

/**
 * Where to show ink on a sheet of this height, so that all of it is visible.
 *
 * The ink itself stays as it was written: turning a tablet twice must not wear it down. It is shrunk
 * for the eye only where the sheet has become too small, and is never enlarged.
 *
 * @param {Box | null} box
 * @param {number} height of the sheet, in pad units
 * @returns {View}
 */
export function fitView(box, height, margin = 20) {
  if (!box || (box.x0 >= 0 && box.y0 >= 0 && box.x1 <= SHEET_WIDTH && box.y1 <= height)) {
    return IDENTITY;
  }
  const room = { width: SHEET_WIDTH - 2 * margin, height: Math.max(height - 2 * margin, 1) };
  const size = { width: box.x1 - box.x0, height: box.y1 - box.y0 };
  const scale = Math.min(1, room.width / (size.width || 1), room.height / (size.height || 1));
  const left = clamp(box.x0, margin, margin + room.width - size.width * scale);
  const top = clamp(box.y0, margin, margin + room.height - size.height * scale);
  return { scale, dx: left - box.x0 * scale, dy: top - box.y0 * scale };
}

/** A place on the sheet as a place in the ink that is shown through the view. */
export function toInk(view, x, y) {
  return [(x - view.dx) / view.scale, (y - view.dy) / view.scale];
}

/** A place in the ink as a place on the sheet. */
export function toSheet(view, x, y) {
  return [x * view.scale + view.dx, y * view.scale + view.dy];
}

/**
 * The stroke with fewer points, none of its line further than `tolerance` from where it was
 * (Douglas and Peucker 1973; with a stack, since a long scribble would exhaust recursion).
 * First and last point stay, and every point that stays keeps its time.
 */
export function simplify(stroke, tolerance) {
  if (stroke.length <= 2) {
    return stroke;
  }
  const kept = new Set([0, stroke.length - 1]);
  const open = [[0, stroke.length - 1]];
  while (open.length) {
    const [from, to] = open.pop();
    const far = furthest(stroke, from, to);
    if (far.distance > tolerance) {
      kept.add(far.index);
      open.push([from, far.index], [far.index, to]);
    }
  }
  return stroke.filter((_, index) => kept.has(index));
}

/**
 * The strokes, simplified just enough that `fits(strokes)` holds; every stroke is still there.
 * Starts below what the eye sees (a quarter of a unit is a tenth of a pixel on a phone).
 */
export function thin(strokes, fits) {
  let thinned = strokes;
  for (let tolerance = 0.25; !fits(thinned) && tolerance < SHEET_WIDTH; tolerance *= 2) {
    thinned = strokes.map((stroke) => simplify(stroke, tolerance));
  }
  return thinned;
}

function furthest(stroke, from, to) {
  const best = { index: from, distance: -1 };
  for (let index = from + 1; index < to; index += 1) {
    const distance = distanceToSegment(stroke[index], stroke[from], stroke[to]);
    if (distance > best.distance) {
      best.index = index;
      best.distance = distance;
    }
  }
  return best;
}

function distanceToSegment([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0, 1) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
