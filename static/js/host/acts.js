/** What the teacher asks for, done once: a second tap does nothing, and a child who comes in meanwhile hinders nothing. */

import { Refused, Throttled } from "../net/api.js";

/** Whether an act has come to what it was for. The others move on to another moment of the game. */
const COMES_TO = {
  pause: (host) => host.public.paused,
  resume: (host) => !host.public.paused,
  lock: (host) => host.public.locked,
  unlock: (host) => !host.public.locked,
  "hide-names": (host) => host.names_hidden,
  "show-names": (host) => !host.names_hidden,
};

/** In a class of thirty that comes in at once, the game may change under the teacher's finger so often. */
const MOST_TRIES = 8;

/**
 * Asks for it at the version that the teacher saw. Where only the version moved on (a child came in), asks again; where
 * the moment is another (the clock ended the question), it is no longer what was meant.
 *
 * @param {string} act
 * @param {{public: {version: number, phase: string, number: number}}} seen  the game as the teacher saw it
 * @param {(body: {act: string, version: number}) => Promise<object>} send  answers with how the game stands
 * @returns {Promise<object>} how the game stands
 */
export async function lead(act, seen, send) {
  let version = seen.public.version;
  for (let tries = 1; ; tries += 1) {
    const host = await send({ act, version });
    const moved = host.public.version !== version;
    if (tries === MOST_TRIES || !moved || !isSameMoment(seen, host) || COMES_TO[act]?.(host)) {
      return host;
    }
    version = host.public.version;
  }
}

function isSameMoment(seen, host) {
  return seen.public.phase === host.public.phase && seen.public.number === host.public.number;
}

/** What the teacher is told where it did not come to it. @param {Error} failure */
export function excuse(failure) {
  if (failure instanceof Refused) {
    return failure.detail;
  }
  return failure instanceof Throttled ? "That was very fast. Try again in a moment." : "That did not reach the server. Look at the connection, then try again.";
}
