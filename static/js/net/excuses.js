/** What a page says when it could not have something read. Pure. */

import { Offline, Refused, Throttled } from "./api.js";

/** @param {Error} failure @returns {string} a sentence that says what to do */
export function excuse(failure) {
  if (failure instanceof Throttled) {
    return "That was very fast. One moment, then write another.";
  }
  if (failure instanceof Refused) {
    return failure.detail;
  }
  return failure instanceof Offline ? "I can't reach my reader. Is this device online?" : "I can't read right now. Try again in a minute.";
}
