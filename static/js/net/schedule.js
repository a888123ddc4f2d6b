/** When to try again, and when not. Pure. */

import { Refused, Throttled } from "./api.js";

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;
const SHORTEST_MS = 250;

/**
 * Full jitter, so that a class that lost its network does not come back in step
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 *
 * @param {number} failures  in a row, from 1
 * @param {() => number} random  in [0, 1)
 * @param {number} [longest]     wait in milliseconds
 */
export function backoff(failures, random, longest = LONGEST_MS) {
  const ceiling = Math.min(longest, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.max(SHORTEST_MS, random() * ceiling);
}

/**
 * What a failure means for the answer that was being sent.
 *
 * @returns {{final: true, refusal: {status: number, detail: string, code: string}}
 *         | {final: false, wait: number, binding: boolean}}
 *   wait in milliseconds; binding: not even a reason to hurry ("online") may shorten it
 */
export function judge(failure, failures, random) {
  if (failure instanceof Refused) {
    const { status, detail, code } = failure;
    return { final: true, refusal: { status, detail, code } };
  }
  if (failure instanceof Throttled) {
    return { final: false, wait: failure.retryAfter * 1000 + random() * FIRST_MS, binding: true };
  }
  return { final: false, wait: backoff(failures, random), binding: false };
}
