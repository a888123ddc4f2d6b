/** The ring that empties, and the seconds in it. */

import { clockOf, leftOf, ticks } from "../play/clock.js";
import { element, shape } from "../ui/dom.js";
import { sounds } from "../ui/sounds.js";
import { write } from "./kept.js";

const TICK_MS = 100;
const MINUTE = 60; // from then on minutes and seconds are told apart

/** How long the server waits for what is on its way, and a little more: then it is asked what comes next. */
const GRACE_MS = 1300;

/** @param {HTMLElement} place @param {() => void} over  called, every second, while the clock stands at nothing */
export function createCountdown(place, over) {
  const ring = shape("svg", "countdown__ring", { viewBox: "0 0 48 48", "aria-hidden": "true" });
  const circle = { cx: 24, cy: 24, r: 20, pathLength: 1 };
  const seconds = element("span", "countdown__seconds");
  ring.append(shape("circle", "countdown__track", circle), shape("circle", "countdown__left", circle));
  place.append(ring, seconds);
  let clock = null;
  let before = Infinity;
  let asked = 0;

  /** @param {object} publicly  a Public of docs/live.md, as it came just now */
  function set(publicly) {
    clock = clockOf(publicly, performance.now());
    before = Infinity;
    show();
  }

  function show() {
    const now = performance.now();
    const left = clock && leftOf(clock, now);
    place.hidden = !left;
    if (!left) {
      return;
    }
    write(seconds, left.seconds < MINUTE ? String(left.seconds) : left.words);
    place.dataset.long = String(left.seconds >= MINUTE);
    place.style.setProperty("--share", String(left.share));
    if (ticks(before, left.seconds)) {
      sounds.play("tick");
    }
    before = left.seconds;
    if (clock.closesAt !== null && now > clock.closesAt + GRACE_MS && now > asked + 1000) {
      asked = now;
      over();
    }
  }

  setInterval(show, TICK_MS);
  return { set };
}
