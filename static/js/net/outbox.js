/**
 * What a child has sent and the server has not yet acknowledged.
 *
 * A row is written to the device before it is sent and removed by the server's acknowledgement only. It is sent
 * again under the same id until then, and the server gives the stored result for an id that it knows: so nothing is
 * lost and nothing counts twice, whatever happens to the network, the page or a second tab.
 *
 * School devices are shared. A row belongs to the seat that wrote it, and goes out only while the browser's cookie
 * is that seat's: `whoSitsHere` is asked at the start and whenever the page comes back from being away. In between,
 * where another tab may change the cookie, the server refuses what a page of another seat sends.
 *
 * @typedef {object} Row
 * @property {string} id
 * @property {number} seat
 * @property {number} assignment
 * @property {number} question
 * @property {string} url
 * @property {object} body
 * @property {number} at     milliseconds since 1970, by this device
 * @property {number} order  rows of a seat go out in this order
 * @property {null | {status: number, detail: string, code: string}} refusal  why the server will not take it
 *
 * @typedef {{kind: "sent", row: Row, receipt: object}
 *         | {kind: "refused", row: Row}
 *         | {kind: "waiting", count: number, failure: Error}
 *         | {kind: "other-seat"}} OutboxEvent
 */

import { Refused } from "./api.js";
import { judge } from "./schedule.js";

export class Outbox {
  #table;
  #seat;
  #send;
  #whoSitsHere;
  #tell;
  #clock;
  #random;
  #rows = new Map(); // by id, in the order of sending
  #done = new Set(); // acknowledged or given up: never taken from the table again
  #failures = 0;
  #notBefore = 0;
  #timer = null;
  #sending = null;
  #sure = false; // that the cookie is this seat's
  #closed = false;

  /**
   * @param {object} parts
   * @param {import("./tables.js").Table} parts.table
   * @param {number} parts.seat
   * @param {(row: Row) => Promise<object>} parts.send  resolves with the receipt, rejects with a failure of api.js
   * @param {() => Promise<number | null>} parts.whoSitsHere
   * @param {(event: OutboxEvent) => void} parts.tell
   */
  constructor({ table, seat, send, whoSitsHere, tell, clock = browserClock, random = Math.random }) {
    this.#table = table;
    this.#seat = seat;
    this.#send = send;
    this.#whoSitsHere = whoSitsHere;
    this.#tell = tell;
    this.#clock = clock;
    this.#random = random;
  }

  /** How many answers the server has yet to take. */
  get count() {
    return this.#waiting().length;
  }

  /** This seat's rows of an assignment, those that were refused among them. @returns {Row[]} */
  rowsOf(assignment) {
    return [...this.#rows.values()].filter((row) => row.assignment === assignment);
  }

  /** Takes what an earlier page left, and sends it. */
  async open() {
    await this.#gather();
    this.#pump();
  }

  /**
   * Keeps a row, then sends it. Resolves when it is kept, with whether it would outlive the page.
   *
   * @param {{id: string, assignment: number, question: number, url: string, body: object}} row
   * @returns {Promise<boolean>}
   */
  async add({ id, assignment, question, url, body }) {
    const order = Math.max(0, ...[...this.#rows.values()].map((row) => row.order)) + 1;
    const row = { id, assignment, question, url, body, seat: this.#seat, at: this.#clock.now(), order, refusal: null };
    this.#rows.set(id, row);
    const kept = await this.#keep(row);
    this.#failures = 0;
    this.#pump();
    return kept && this.#table.lasting;
  }

  /** Lets go of a refused row: the child has written again, or has read why it cannot be. */
  async forget(id) {
    this.#done.add(id);
    this.#rows.delete(id);
    await this.#table.remove(id);
  }

  /** A reason to believe that it works now: the network is back, the child looks at the page again. */
  async wake() {
    this.#sure = false;
    this.#failures = 0;
    await this.#gather();
    this.#pump();
  }

  close() {
    this.#closed = true;
    this.#clock.clearTimeout(this.#timer);
  }

  #waiting() {
    return [...this.#rows.values()].filter((row) => row.refusal === null);
  }

  async #keep(row) {
    try {
      await this.#table.put(row);
      return true;
    } catch {
      return false; // a full disk: it is still sent from memory
    }
  }

  async #gather() {
    const rows = await this.#table.all().catch(() => []);
    const ours = rows.filter(({ id, seat }) => seat === this.#seat && !this.#done.has(id) && !this.#rows.has(id));
    const all = [...this.#rows.values(), ...ours].sort((a, b) => a.order - b.order || a.at - b.at);
    this.#rows = new Map(all.map((row) => [row.id, row]));
  }

  /** One at a time, in order; a second call while one runs changes nothing. */
  #pump() {
    this.#clock.clearTimeout(this.#timer);
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendAll() {
    while (!this.#closed && this.count > 0) {
      const pause = this.#notBefore - this.#clock.now();
      if (pause > 0) {
        this.#later(pause);
        return;
      }
      try {
        if (!(await this.#isOurs())) {
          this.#leave();
          return;
        }
        await this.#sendOne(this.#waiting()[0]);
      } catch (failure) {
        if (isOtherSeat(failure)) {
          this.#leave();
          return;
        }
        this.#failures += 1;
        const { wait, binding } = judge(failure, this.#failures, this.#random);
        this.#notBefore = binding ? this.#clock.now() + wait : 0;
        this.#later(wait);
        this.#tell({ kind: "waiting", count: this.count, failure });
        return;
      }
    }
  }

  /** Throws the failures after which another try is worth while. */
  async #sendOne(row) {
    let receipt;
    try {
      receipt = await this.#send(row);
    } catch (failure) {
      const verdict = judge(failure, 1, this.#random);
      if (!verdict.final || isOtherSeat(failure)) {
        throw failure;
      }
      row.refusal = verdict.refusal; // in memory: a page that is loaded anew, with a new token perhaps, tries once more
      this.#tell({ kind: "refused", row });
      return;
    }
    this.#failures = 0;
    this.#done.add(row.id);
    await this.#table.remove(row.id).catch(() => {}); // it would be sent once more, and be known
    this.#rows.delete(row.id);
    this.#tell({ kind: "sent", row, receipt });
  }

  /** The seat is another child's: the rows wait on the device for their own. */
  #leave() {
    this.#closed = true;
    this.#tell({ kind: "other-seat" });
  }

  async #isOurs() {
    this.#sure ||= (await this.#whoSitsHere()) === this.#seat;
    return this.#sure;
  }

  #later(wait) {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => this.#pump(), wait);
  }
}

const isOtherSeat = (failure) => failure instanceof Refused && failure.code === "other_seat";

const browserClock = {
  now: () => Date.now(),
  setTimeout: (run, wait) => setTimeout(run, wait),
  clearTimeout: (timer) => clearTimeout(timer),
};
