/**
 * How long a child thinks: from the question's appearance to the first ink or key. Pure; times are in milliseconds.
 *
 * @typedef {{since: number | null, ms: number | null}} Thinking  since: null where nobody can know any more
 */

/** @type {Thinking} */
export const UNKNOWN = Object.freeze({ since: null, ms: null });

/** A question appears. What was begun on it before, on an earlier page, began at a time that nobody knows. */
export function appear(now, begun = false) {
  return begun ? UNKNOWN : { since: now, ms: null };
}

/** The first ink or key; whatever comes after it changes nothing. @param {Thinking} thinking */
export function begin(thinking, now) {
  const known = thinking.since !== null && thinking.ms === null;
  return known ? { ...thinking, ms: Math.max(0, Math.round(now - thinking.since)) } : thinking;
}

/** The child went to another page or app before writing: the time is no longer one of thinking. */
export function leave(thinking) {
  return thinking.ms === null ? UNKNOWN : thinking;
}
