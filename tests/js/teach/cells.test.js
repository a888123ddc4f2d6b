import assert from "node:assert/strict";
import test from "node:test";

import { cellView, ID, rowShown, sameTable } from "../../../static/js/teach/cells.js";

const row = { student: 7, name: "Zoe", needs_look: false };
const column = { id: 1, number: 3 };
const cell = { outcome: "wrong", answer: "u-1", line: "54", corrected: false, look_at_ink: false, words: "Wrong, 54" };
const address = `/teach/answers/${ID}/`;
const view = (fields) => cellView(row, column, { ...cell, ...fields }, address);

test("a wrong answer shows its sign and what was read", () => {
  assert.deepEqual(view({}), {
    mark: "wrong",
    href: "/teach/answers/u-1/",
    label: "Zoe, question 3: Wrong, 54",
    text: "54",
    corrected: false,
    icons: ["cross"],
  });
});

test("a right answer shows its sign alone", () => {
  const shown = view({ outcome: "right", line: "56", words: "Right, 56" });
  assert.deepEqual([shown.text, shown.icons], ["", ["check"]]);
});

test("doubtful ink has an eye beside it", () => {
  assert.deepEqual(view({ look_at_ink: true }).icons, ["cross", "eye"]);
  assert.deepEqual(view({ mirrored: "3" }).icons, ["cross", "mirror"]);
});

test("of a live game, an answer may have come late, or await the reader", () => {
  assert.deepEqual(view({ outcome: "unread", late: true }).icons, ["question", "clock"]);
  assert.deepEqual(view({ outcome: "unread", being_read: true }).icons, ["refresh"]);
});

test("before an answer there is nothing to open", () => {
  const shown = view({ outcome: null, answer: null, line: "", words: "Not answered" });
  assert.deepEqual(shown, {
    mark: "none",
    href: null,
    label: "Not answered",
    text: "",
    corrected: false,
    icons: ["none"],
  });
});

test("a table is the same with the same students and questions in the same order", () => {
  const results = { rows: [{ student: 1 }, { student: 2 }], columns: [{ id: 5 }] };
  assert.equal(sameTable(results, ["1", "2"], ["5"]), true);
  assert.equal(sameTable(results, ["2", "1"], ["5"]), false);
  assert.equal(sameTable(results, ["1"], ["5"]), false);
  assert.equal(sameTable(results, ["1", "2"], []), false);
});

test("where only what needs a look is wanted, the other rows are hidden", () => {
  assert.equal(rowShown(row, "all"), true);
  assert.equal(rowShown(row, "look"), false);
  assert.equal(rowShown({ ...row, needs_look: true }, "look"), true);
});
