/**
 * What a page hears of a live game: the socket's hints, `?since=` for the rest, and every two seconds where there is
 * no socket (docs/live.md). It hands on nothing that is older than what it handed on before, and never throws.
 *
 * @typedef {"live" | "polling" | "offline"} Status
 *   live: the socket tells; polling: the server is asked again and again; offline: neither works at the moment
 */

import { Refused, Throttled } from "../net/api.js";
import { createTurns } from "../net/latest.js";
import { NOTHING, changesMine, isTaken, withPublic, withState } from "./known.js";
import { Line, pause } from "./line.js";

const POLL_MS = 2000;
const OVER_MS = 10_000; // nothing but a teacher's correction comes any more
const FIRST_MS = 1000; // for the socket to open, after which the state is asked for; without it, all the same

export class Feed {
  #line;
  #url;
  #api;
  #heard;
  #publicly;
  #status;
  #gone;
  #clock;
  #random;
  #page;
  #known = NOTHING;
  #turns = createTurns();
  #asking = null;
  #askAgain = false;
  #failures = 0;
  #notBefore = 0;
  #timer = null;
  #hasTried = false;
  #told = null;
  #leave = () => {};
  #closed = false;

  /**
   * @param {object} parts
   * @param {string} parts.socket  path of the socket
   * @param {string} parts.url     address of the page's own state
   * @param {{get: (url: string) => Promise<object>}} parts.api
   * @param {(state: object) => void} parts.heard     Play or Host, with the newest view of the game in it
   * @param {(view: object) => void} [parts.publicly] the view that everybody has, without news of the page's own
   * @param {(status: Status) => void} [parts.status] whenever it changes
   * @param {() => void} [parts.gone]                 this game is no longer for this page: said once, then nothing more
   */
  constructor({
    socket, url, api, heard, publicly = () => {}, status = () => {}, gone = () => {},
    clock = browserClock, random = Math.random, WebSocket = globalThis.WebSocket, page = browserPage,
  }) {
    this.#url = url;
    this.#api = api;
    this.#heard = heard;
    this.#publicly = publicly;
    this.#status = status;
    this.#gone = gone;
    this.#clock = clock;
    this.#random = random;
    this.#page = page;
    this.#line = new Line({
      path: socket,
      heard: (frame) => this.#hear(frame),
      opened: () => this.#opened(),
      lost: () => this.#lost(),
      gone: () => this.#end(),
      clock, random, WebSocket,
    });
  }

  open() {
    this.#leave = this.#page.onWake(() => this.#wake());
    this.#later(FIRST_MS);
    this.#line.open();
  }

  close() {
    this.#closed = true;
    this.#leave();
    this.#clock.clearTimeout(this.#timer);
    this.#line.close();
  }

  /** Asks for the page's own state. Resolves when the server has answered, or could not be asked. */
  refresh() {
    if (this.#asking) {
      this.#askAgain = true;
      return this.#asking;
    }
    return this.#begin();
  }

  /** Takes a state that came as the answer to something else: to what the host did. */
  take(state) {
    if (!this.#closed) {
      this.#known = withState(this.#known, state, this.#clock.now());
      this.#heard(this.#known.state);
    }
  }

  #begin() {
    const asking = this.#ask().finally(() => {
      if (this.#asking === asking) {
        this.#asking = null;
      }
    });
    this.#asking = asking;
    return asking;
  }

  async #ask() {
    const turn = this.#turns.next();
    const isOurs = () => !this.#closed && this.#turns.isLatest(turn);
    try {
      do {
        this.#askAgain = false;
        await this.#askOnce(isOurs);
      } while (this.#askAgain && this.#failures === 0 && isOurs());
    } finally {
      if (isOurs()) {
        this.#schedule();
      }
    }
  }

  async #askOnce(isOurs) {
    this.#clock.clearTimeout(this.#timer);
    const since = this.#known.state?.version;
    let state;
    try {
      state = await this.#api.get(since ? `${this.#url}?since=${encodeURIComponent(since)}` : this.#url);
    } catch (failure) {
      if (isOurs()) {
        this.#failed(failure);
      }
      return;
    }
    if (isOurs()) {
      this.#succeeded(state);
    }
  }

  #succeeded(state) {
    const wasAway = this.#failures > 0;
    this.#failures = 0;
    this.#hasTried = true;
    this.#tell();
    if (wasAway && !this.#line.isOpen) {
      this.#line.wake(); // the server is back: it need not be waited for
    }
    if (state.changed) {
      this.take(state);
    }
  }

  #failed(failure) {
    this.#hasTried = true;
    if (failure instanceof Refused) {
      this.#end();
      return;
    }
    this.#failures += 1;
    this.#notBefore = failure instanceof Throttled ? this.#clock.now() + failure.retryAfter * 1000 : 0;
    this.#tell();
  }

  #schedule() {
    const wait = this.#wait();
    if (wait !== null) {
      this.#later(wait);
    }
  }

  /** Milliseconds until the server is asked again by itself; null: not before something is heard. */
  #wait() {
    if (this.#failures > 0) {
      return Math.max(pause(this.#failures, this.#random), this.#notBefore - this.#clock.now());
    }
    if (this.#known.state?.reading) {
      return POLL_MS; // a child waits for the outcome, and a hint may be lost
    }
    if (this.#line.isOpen) {
      return null;
    }
    return this.#known.public?.phase === "over" ? OVER_MS : POLL_MS;
  }

  #later(wait) {
    this.#clock.clearTimeout(this.#timer);
    if (!this.#closed) {
      this.#timer = this.#clock.setTimeout(() => this.refresh(), wait);
    }
  }

  #hear(frame) {
    switch (frame.kind) {
      case "public":
        this.#hearPublic(frame);
        break;
      case "mine":
      case "host":
        this.refresh();
        break;
      case "pong":
        if (frame.version > (this.#known.public?.version ?? Infinity)) {
          this.refresh(); // a frame was lost
        }
        break;
      case "gone":
        this.#end();
        break;
    }
  }

  #hearPublic({ public: view, within_ms: within = 0 }) {
    if (!isTaken(this.#known, view)) {
      return;
    }
    const before = this.#known.public;
    this.#known = withPublic(this.#known, view, this.#clock.now());
    if (changesMine(before, view)) {
      this.#later(this.#random() * within); // a large class does not ask all at once
    }
    this.#publicly(view);
  }

  #opened() {
    this.#tell();
    this.refresh();
  }

  #lost() {
    this.#tell();
    this.refresh(); // whether the server is there, and from then on every two seconds
  }

  #wake() {
    this.#failures = 0;
    this.#line.wake();
    this.#begin(); // what was asked while the network was away may never be answered: it is not waited for
  }

  #end() {
    if (!this.#closed) {
      this.close();
      this.#gone();
    }
  }

  #tell() {
    const status = this.#line.isOpen ? "live" : this.#failures === 0 ? "polling" : "offline";
    if (status !== this.#told && (this.#line.isOpen || this.#hasTried)) {
      this.#told = status;
      this.#status(status);
    }
  }
}

const browserClock = {
  now: () => performance.now(),
  setTimeout: (run, wait) => setTimeout(run, wait),
  clearTimeout: (timer) => clearTimeout(timer),
};

const browserPage = {
  /** Calls `wake` when the network is back, or somebody looks at the page again. @returns {() => void} no longer */
  onWake(wake) {
    const look = () => document.visibilityState === "visible" && wake();
    const events = [[window, "online", wake], [window, "pageshow", (event) => event.persisted && wake()], [document, "visibilitychange", look]];
    events.forEach(([target, event, run]) => target.addEventListener(event, run));
    return () => events.forEach(([target, event, run]) => target.removeEventListener(event, run));
  },
};
