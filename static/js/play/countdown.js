/** The clock of a live game on the page: a bar that grows shorter, and how long it still is. */

import { leftOf, ticks } from "./clock.js";

const STEP_MS = 200;

export class Countdown {
  #root;
  #over;
  #tick;
  #clock = null;
  #before = 0;
  #timer = 0;

  /**
   * @param {HTMLElement} root  with [data-clock="bar"] and [data-clock="words"]
   * @param {{over: () => void, tick: () => void}} handle  over: once, when it has run out
   */
  constructor(root, { over, tick }) {
    this.#root = root;
    this.#over = over;
    this.#tick = tick;
  }

  /** @param {import("./clock.js").Clock | null} clock  null: nothing is bounded now */
  show(clock) {
    clearInterval(this.#timer);
    this.#clock = clock;
    this.#before = 0;
    this.#root.hidden = clock === null || leftOf(clock, performance.now()) === null;
    if (this.#root.hidden) {
      return;
    }
    if (clock.closesAt !== null) {
      this.#timer = setInterval(() => this.#step(), STEP_MS);
    }
    this.#step();
  }

  #step() {
    const { ms, seconds, share, words } = leftOf(this.#clock, performance.now());
    this.#root.querySelector('[data-clock="bar"]').style.setProperty("--left", share);
    this.#root.querySelector('[data-clock="words"]').textContent = words;
    if (ticks(this.#before, seconds)) {
      this.#tick();
    }
    this.#before = seconds;
    if (ms === 0 && this.#clock.closesAt !== null) {
      clearInterval(this.#timer);
      this.#over();
    }
  }
}
