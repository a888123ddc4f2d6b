/** Ink in the pace at which it was written. Pure. */

/**
 * What of a stroke was on the sheet by then: its path up to there, "" before it was begun.
 *
 * @param {{d: string, begins: number, ends: number}} stroke  d: as svg.js makes it
 * @param {number} ms
 */
export function drawnBy({ d, begins, ends }, ms) {
  if (ms < begins) {
    return "";
  }
  const [start, ...rest] = d.split(/(?=[QLh])/);
  const share = ms < ends ? (ms - begins) / (ends - begins) : 1;
  return start + rest.slice(0, Math.ceil(share * rest.length)).join("");
}
