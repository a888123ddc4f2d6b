/** What each place of the table of results shows, from the API's results. Pure. */

/** Stands for an answer's id in an address that the page brought along. */
export const ID = "00000000-0000-0000-0000-000000000000";

/** The sign of each mark, by its name in images/icons.svg. */
const SIGNS = { right: "check", wrong: "cross", unread: "question", none: "none" };

/**
 * What a cell shows. `address` is that of an answer with its id left as ID. The template teach/results/cell.html draws the same.
 *
 * @returns {{mark: string, href: string | null, label: string, text: string, corrected: boolean, icons: string[]}}
 */
export function cellView(row, column, cell, address) {
  const mark = cell.outcome ?? "none";
  return {
    mark,
    href: cell.answer && address.replace(ID, cell.answer),
    label: cell.answer ? `${row.name}, question ${column.number}: ${cell.words}` : cell.words,
    text: mark === "right" ? "" : cell.line,
    corrected: cell.corrected,
    icons: [
      cell.being_read ? "refresh" : SIGNS[mark],
      ...(cell.look_at_ink ? ["eye"] : []),
      ...(cell.late ? ["clock"] : []),
      ...(cell.mirrored ? ["mirror"] : []),
    ],
  };
}

/** Whether the results are of the same students and questions as those on the page, in the same order. */
export function sameTable(results, students, questions) {
  return same(ids(results.rows, "student"), students) && same(ids(results.columns, "id"), questions);
}

/** Whether a row is shown: `show` is "look" where only what needs a look is wanted. */
export function rowShown(row, show) {
  return show !== "look" || row.needs_look;
}

const ids = (items, key) => items.map((item) => String(item[key]));
const same = (a, b) => a.length === b.length && a.every((value, index) => value === b[index]);
