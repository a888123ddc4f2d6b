/**
 * Where questions come from when a child is alone, or flies at the own speed in a race: the API's Next, and then each
 * Receipt, which brings the one that follows.
 */

import { Refused } from "../net/api.js";

/** The game is not under way at this moment; when it goes on, the question is asked for again. */
const LATER = new Set(["not_started", "paused"]);

export class Questions {
  #api;
  #url;
  #draftOf;
  #dispatch;
  #settled = 0; // how many answers the server has taken: a question that was fetched before the last is out of date
  #loading = false;

  /**
   * @param {object} parts
   * @param {{get: (url: string) => Promise<object>}} parts.api
   * @param {string} parts.url  of Next
   * @param {(question: object) => Promise<object | null>} parts.draftOf  what was begun for a question
   * @param {(event: object) => void} parts.dispatch
   */
  constructor({ api, url, draftOf, dispatch }) {
    this.#api = api;
    this.#url = url;
    this.#draftOf = draftOf;
    this.#dispatch = dispatch;
  }

  /** Asks which question it is. A second call while one is on its way changes nothing. */
  async load() {
    if (this.#loading) {
      return;
    }
    this.#loading = true;
    this.#dispatch({ type: "load" });
    try {
      this.#dispatch(await this.#next());
    } catch (failure) {
      this.#dispatch(failureOf(failure));
    } finally {
      this.#loading = false;
    }
  }

  /** The server has taken an answer, and its receipt says what came of it. */
  acknowledged(row, receipt) {
    this.#settled += 1;
    this.#dispatch({ type: "sent", row, receipt });
  }

  async #next() {
    let before;
    let loaded;
    do {
      before = this.#settled;
      const next = await this.#api.get(this.#url);
      loaded = { type: "loaded", next, draft: next.question && (await this.#draftOf(next.question)) };
    } while (before !== this.#settled);
    return loaded;
  }
}

function failureOf(failure) {
  if (!(failure instanceof Refused) || LATER.has(failure.code)) {
    return { type: "failed" };
  }
  const code = failure.status === 404 ? "closed" : failure.code;
  return { type: "refused", row: null, refusal: { detail: failure.detail, code } };
}
