/**
 * Where questions come from in a live game that is led, and how any live game stands: what the feed brings (Play, and
 * between two of them Public), as moments for the machine, each with what was begun for its question.
 */

import { momentOf, renewed } from "./moment.js";

export class Live {
  #feed;
  #assignment;
  #draftOf;
  #dispatch;
  #now;
  #later;
  #play = null;

  /**
   * @param {object} parts
   * @param {(ears: object) => import("../live/feed.js").Feed} parts.feedOf  a feed that tells `ears`
   * @param {object} parts.assignment  as in the API's Next
   * @param {(question: object) => Promise<object | null>} parts.draftOf  what was begun for a question
   * @param {(event: object) => void} parts.dispatch
   * @param {() => number} parts.now  milliseconds by a clock that never goes back
   * @param {(run: () => void) => void} parts.later  in a second or two, not at once for a whole class
   */
  constructor({ feedOf, assignment, draftOf, dispatch, now, later }) {
    this.#assignment = assignment;
    this.#draftOf = draftOf;
    this.#dispatch = dispatch;
    this.#now = now;
    this.#later = later;
    this.#feed = feedOf({
      heard: (play) => this.#hear(play),
      publicly: (open) => this.#play && this.#hear(renewed(this.#play, open)),
      status: (link) => this.#link(link),
      gone: () => dispatch({ type: "gone" }),
    });
  }

  open() {
    this.#feed.open();
  }

  close() {
    this.#feed.close();
  }

  /** Asks how the game stands. */
  load() {
    this.#feed.refresh();
  }

  /** The server has kept an answer. The feed tells what became of it; where that is lost, it is worth asking. */
  acknowledged(row) {
    this.#dispatch({ type: "acknowledged", row });
    const before = this.#play;
    this.#later(() => before === this.#play && this.load());
  }

  /** The clock here has run out, so that the server's has: if it has told nobody, asking makes it look. */
  timeUp() {
    this.#later(() => this.load());
  }

  #link(link) {
    this.#dispatch({ type: "link", link });
    if (link === "offline" && !this.#play) {
      this.#dispatch({ type: "failed" });
    }
  }

  async #hear(play) {
    this.#play = play;
    const came = this.#now();
    const { question } = play.public;
    const draft = question && (await this.#draftOf({ ...question, tries_left: 1 }));
    if (play === this.#play) {
      this.#dispatch({ type: "game", moment: momentOf(play, this.#assignment, came), draft });
    }
  }
}
