/** A socket that hears, is opened again when it is lost, and notices when nobody is at the other end any more. */

import { backoff } from "../net/schedule.js";

const PING_MS = 10_000;
const SILENCE_MS = 25_000; // two pings without an answer
const OPENING_MS = 8000;
const ECHO_MS = 3000; // for a page that was asleep: its socket may look open and be dead
const BETWEEN_PINGS_MS = 1500; // the server takes one a second
const NOT_OURS = new Set([4403, 4404]);

/** The first tries come soon, since a class waits; after half a minute there is no hurry any more. */
export function pause(failures, random) {
  return backoff(failures, random, failures <= 40 ? 1500 : 10_000);
}

export class Line {
  #path;
  #heard;
  #opened;
  #lost;
  #gone;
  #clock;
  #random;
  #WebSocket;
  #socket = null;
  #failures = 0;
  #timer = null;
  #since = 0; // when this socket was begun
  #last = 0; // when it was last heard
  #pinged = 0;
  #closed = false;

  /** Whether frames arrive. */
  isOpen = false;

  /**
   * @param {object} parts
   * @param {string} parts.path  of the socket, on the page's own host
   * @param {(frame: object) => void} parts.heard
   * @param {() => void} parts.opened  after the first frame
   * @param {() => void} parts.lost    what was open is not any more; another try follows by itself
   * @param {() => void} parts.gone    the server says that this socket is not ours
   */
  constructor({ path, heard, opened, lost, gone, clock, random, WebSocket }) {
    this.#path = path;
    this.#heard = heard;
    this.#opened = opened;
    this.#lost = lost;
    this.#gone = gone;
    this.#clock = clock;
    this.#random = random;
    this.#WebSocket = WebSocket;
  }

  open() {
    if (this.#closed || this.#socket) {
      return;
    }
    this.#clock.clearTimeout(this.#timer);
    this.#since = this.#last = this.#clock.now();
    try {
      this.#socket = new this.#WebSocket(address(this.#path));
    } catch {
      this.#again(); // a browser or a policy without sockets
      return;
    }
    const socket = this.#socket;
    socket.onmessage = ({ data }) => socket === this.#socket && this.#receive(data);
    socket.onclose = ({ code }) => socket === this.#socket && this.#end(code);
    this.#watch();
  }

  close() {
    this.#closed = true;
    this.#drop();
  }

  /** A reason to believe that things have changed: the network is back, somebody looks at the page again. */
  wake() {
    if (this.#closed) {
      return;
    }
    this.#failures = 0;
    if (this.isOpen) {
      this.#ping();
      this.#watch(ECHO_MS);
    } else {
      this.#drop();
      this.open();
    }
  }

  #receive(data) {
    const frame = parsed(data);
    if (frame === null) {
      return;
    }
    this.#last = this.#clock.now();
    this.#failures = 0;
    const isFirst = !this.isOpen;
    this.isOpen = true;
    if (isFirst) {
      this.#opened();
    }
    this.#heard(frame);
  }

  #end(code) {
    if (NOT_OURS.has(code)) {
      this.close();
      this.#gone();
    } else {
      this.#again();
    }
  }

  /** This socket is over; another is tried in a while. */
  #again() {
    const wasOpen = this.isOpen;
    this.#drop();
    this.#failures += 1;
    this.#timer = this.#clock.setTimeout(() => this.open(), pause(this.#failures, this.#random));
    if (wasOpen) {
      this.#lost();
    }
  }

  #drop() {
    this.#clock.clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    this.isOpen = false;
    socket?.close();
  }

  /** Looks again in a while whether anybody is there. @param {number} [patience] until the next sign of life */
  #watch(patience) {
    this.#clock.clearTimeout(this.#timer);
    const asked = this.#clock.now();
    this.#timer = this.#clock.setTimeout(() => {
      const silence = this.#clock.now() - this.#last;
      const isDead = patience ? this.#last < asked : silence >= (this.isOpen ? SILENCE_MS : OPENING_MS);
      if (isDead) {
        this.#again();
        return;
      }
      this.#ping();
      this.#watch();
    }, patience ?? (this.isOpen ? PING_MS : OPENING_MS));
  }

  #ping() {
    const now = this.#clock.now();
    if (this.isOpen && now - this.#pinged >= BETWEEN_PINGS_MS) {
      this.#pinged = now;
      this.#socket.send('{"kind":"ping"}');
    }
  }
}

/** Browsers before 2024 take no relative address for a socket. */
function address(path) {
  const url = new URL(path, globalThis.location?.href ?? "http://localhost/");
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
}

function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
