/**
 * Orders of things, as arrays of ids. No DOM.
 */

/** `ids` with `id` moved to `place` (from 0), as far as the ends allow. */
export function moved(ids, id, place) {
  const others = ids.filter((other) => other !== id);
  const at = Math.max(0, Math.min(others.length, place));
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/**
 * The place that something dropped at height `y` takes among the others.
 *
 * @param {number} y
 * @param {{top: number, bottom: number}[]} others  from the top down, without the one that is dragged
 */
export function placeAt(y, others) {
  const above = others.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  return above === -1 ? others.length : above;
}
