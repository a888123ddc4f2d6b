/** When to ask for results again, and what to say of how fresh they are. Pure. */

import { Refused, Throttled } from "../net/api.js";
import { backoff } from "../net/schedule.js";

export const EVERY_MS = 4000;

/**
 * @typedef {{version: number, at: Date, failures: number, over: boolean}} Live
 *   at: when the results on the screen were fetched; over: asking again is of no use
 */

/** After an answer of the server. @param {Live} live @returns {Live} */
export function succeeded(live, version, now) {
  return { ...live, version, at: now, failures: 0 };
}

/** After a failure; the server's refusal (signed out, deleted) is final. @param {Live} live @returns {Live} */
export function failed(live, failure) {
  return { ...live, failures: live.failures + 1, over: failure instanceof Refused };
}

/**
 * Milliseconds until the next question; null when there is none to come.
 *
 * @param {Live} live
 * @param {Error | null} failure of the last question
 * @param {() => number} random in [0, 1)
 */
export function wait(live, failure, random) {
  if (live.over) {
    return null;
  }
  if (failure instanceof Throttled) {
    return Math.max(EVERY_MS, failure.retryAfter * 1000);
  }
  return live.failures ? Math.max(EVERY_MS, backoff(live.failures, random)) : EVERY_MS;
}

/** What stands under the table. @param {Live} live */
export function freshness(live) {
  if (live.over) {
    return `These results are of ${clock(live.at)}. Reload the page to go on.`;
  }
  return live.failures ? `Not connected: showing the results of ${clock(live.at)}.` : "Updated just now.";
}

/** What is said aloud, and only when it changes: never each update. @param {Live} before @param {Live} after */
export function announcement(before, after) {
  if (after.over && !before.over) {
    return freshness(after);
  }
  if (Boolean(before.failures) === Boolean(after.failures)) {
    return "";
  }
  return after.failures ? freshness(after) : "Connected again.";
}

/** Hours and minutes where the teacher is. @param {Date} date */
export function clock(date) {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

const two = (value) => String(value).padStart(2, "0");
