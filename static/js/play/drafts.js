/**
 * The unfinished answer of a sitting, kept on the device so that a reload does not take it. One to a sitting: the
 * next question's takes its place.
 */

export class Drafts {
  #table;
  #id;

  /** @param {import("../net/tables.js").Table} table */
  constructor(table, seat, assignment) {
    this.#table = table;
    this.#id = `${seat}:${assignment}`;
  }

  /** What was begun for this question and this try; null where there is nothing. */
  async find(question) {
    const rows = await this.#table.all().catch(() => []);
    const draft = rows.find(({ id }) => id === this.#id);
    const fits = draft?.question === question.id && draft.tries === question.tries_left;
    return fits ? { strokes: draft.strokes, typed: draft.typed } : null;
  }

  /** Keeping is a courtesy: where the device cannot, the page goes on without. */
  async keep(question, { strokes, typed }) {
    const row = { id: this.#id, question: question.id, tries: question.tries_left, strokes, typed };
    await this.#table.put(row).catch(() => {});
  }

  async drop() {
    await this.#table.remove(this.#id).catch(() => {});
  }
}
