/**
 * The countdown of a question, or of a race. Pure; `now` is in milliseconds by a clock that never goes back.
 *
 * @typedef {object} Clock
 * @property {number | null} seconds   how long it runs as a whole
 * @property {number | null} closesAt  null without a clock, and while the game is paused
 * @property {number | null} leftMs    what was left when it was told; null without a clock
 */

/** So many seconds before the end, each is counted aloud, where sounds are on. */
const COUNTED_ALOUD = 3;

/**
 * @param {Clock} clock
 * @returns {{ms: number, seconds: number, share: number, words: string} | null}  null where there is no clock
 *   share of the time that is left, in [0, 1]; the last second counts as one until it is over
 */
export function leftOf({ seconds, closesAt, leftMs }, now) {
  const ms = closesAt === null ? leftMs : Math.max(0, closesAt - now);
  if (ms === null) {
    return null;
  }
  const left = Math.ceil(ms / 1000);
  return { ms, seconds: left, share: seconds ? Math.min(1, ms / (seconds * 1000)) : 0, words: wordsOf(left) };
}

/** Whether the seconds from `before` to `left` came to one that is counted aloud. */
export const ticks = (before, left) => left < before && left > 0 && left <= COUNTED_ALOUD;

/** "12 s", "3:05". */
function wordsOf(seconds) {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * When the clock of a question or a race ends.
 *
 * @param {{closes_in_ms: number | null, seconds: number | null, paused: boolean}} publicly
 * @param {number} now  performance.now(), when that came
 * @returns {Clock}
 */
export function clockOf({ closes_in_ms: left, seconds, paused }, now) {
  return { seconds, closesAt: left === null || paused ? null : now + left, leftMs: left };
}
