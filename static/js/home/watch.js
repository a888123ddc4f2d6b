/** Asks again and again which live game the class plays, as long as the page is looked at. Pure but for what it is handed. */

import { judge } from "../net/schedule.js";

export const EVERY_MS = 5000;

/**
 * @param {object} wires
 * @param {() => Promise<{live: {id: number, title: string} | null}>} wires.ask
 * @param {(live: {id: number, title: string} | null) => void} wires.heard
 * @param {() => boolean} wires.hidden  whether nobody looks
 * @param {{setTimeout: Function, clearTimeout: Function}} [wires.clock]
 * @param {() => number} [wires.random]
 * @returns {() => void}  asks at once: for when the page is looked at again, or the network is back
 */
export function watch({ ask, heard, hidden, clock = globalThis, random = Math.random }) {
  let timer = null;
  let failures = 0;
  let asking = false;
  let over = false;

  async function look() {
    clock.clearTimeout(timer);
    if (asking || over || hidden()) {
      return;
    }
    asking = true;
    let wait = EVERY_MS + random() * 500; // a class that loads the page at once does not ask in step
    try {
      heard((await ask()).live);
      failures = 0;
    } catch (failure) {
      failures += 1;
      const verdict = judge(failure, failures, random);
      over = verdict.final; // no seat any more, or another child's: this page has nothing to ask
      wait = Math.max(EVERY_MS, verdict.wait ?? 0);
    }
    asking = false;
    if (!over) {
      timer = clock.setTimeout(look, wait);
    }
  }

  timer = clock.setTimeout(look, EVERY_MS);
  return look;
}
