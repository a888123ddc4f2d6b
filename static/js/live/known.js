/**
 * What a page knows of a live game (docs/live.md). Pure.
 *
 * @typedef {object} Known
 * @property {object | null} public  the newest view that everybody has
 * @property {number} at             when it came, in milliseconds of the page's clock
 * @property {object | null} state   the newest of what is this page's own: Play or Host
 */

/** @type {Known} */
export const NOTHING = { public: null, at: 0, state: null };

/** Whether a view is worth taking: news, or the same with the clock as it stands now. @param {Known} known */
export function isTaken(known, view) {
  return known.public === null || view.version >= known.public.version;
}

/** @param {Known} known @returns {Known} */
export function withPublic(known, view, now) {
  return isTaken(known, view) ? { ...known, public: view, at: now } : known;
}

/**
 * An answer of the server to "what is new?". Where a frame has told newer things of the game meanwhile, they stay.
 *
 * @param {Known} known
 * @returns {Known}
 */
export function withState(known, state, now) {
  if (isTaken(known, state.public)) {
    return { public: state.public, at: now, state };
  }
  const view = aged(known, now);
  return { public: view, at: now, state: { ...state, public: view } };
}

/** The view with its countdown as it stands now. @param {Known} known */
function aged({ public: view, at }, now) {
  if (view.paused || view.closes_in_ms === null) {
    return view;
  }
  return { ...view, closes_in_ms: Math.max(0, view.closes_in_ms - (now - at)) };
}

/** What is told with a player's own: marks and points when a question is over, and then how far all have come. */
const TELLING = new Set(["reveal", "standings", "over"]);

/** Whether a newer view changes what a player is told. */
export function changesMine(before, after) {
  return before !== null && before.phase !== after.phase && TELLING.has(after.phase);
}
