/** Time, sockets and a server that do as they are told. */

/** Time that passes only when told to. */
export class Clock {
  time = 0;
  timers = new Map();
  next = 1;
  now = () => this.time;
  setTimeout = (run, wait) => {
    this.timers.set(this.next, { run, at: this.time + wait });
    return this.next++;
  };
  clearTimeout = (timer) => this.timers.delete(timer);

  async pass(ms) {
    const end = this.time + ms;
    for (;;) {
      await settle();
      const [timer, due] = [...this.timers].sort((a, b) => a[1].at - b[1].at)[0] ?? [];
      if (!due || due.at > end) {
        break;
      }
      this.timers.delete(timer);
      this.time = due.at;
      due.run();
    }
    this.time = end;
    await settle();
  }
}

/** Until everything that needs no time has happened. */
export async function settle() {
  for (let i = 0; i < 6; i += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Sockets as a browser has them: each says when it was begun, what it was told, and whether it was closed. */
export function socketsOn(clock) {
  const all = [];
  class Socket {
    begun = clock.now();
    sent = [];
    isClosed = false;

    constructor(url) {
      this.url = url;
      all.push(this);
    }

    send(text) {
      this.sent.push(JSON.parse(text));
    }

    close() {
      this.isClosed = true;
    }

    says(frame) {
      this.onmessage({ data: typeof frame === "string" ? frame : JSON.stringify(frame) });
    }

    ends(code = 1006) {
      this.onclose({ code });
    }
  }
  return { Socket, all, last: () => all.at(-1) };
}

export const view = (version, more = {}) => ({
  game: 5, version, phase: "question", paused: false, number: 1, closes_in_ms: null, ...more,
});

export const frame = (version, more = {}) => ({ game: 5, kind: "public", public: view(version, more) });

export const state = (version, more = {}) => ({
  version: `${version}.0`, changed: true, public: view(version), reading: false, ...more,
});
