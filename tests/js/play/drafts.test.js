import assert from "node:assert/strict";
import { test } from "node:test";

import { memoryTable } from "../../../static/js/net/tables.js";
import { Drafts } from "../../../static/js/play/drafts.js";

const QUESTION = { id: 345, tries_left: 2 };
const BEGUN = { strokes: [[[1, 2, 0]]], typed: "4" };

test("what was begun comes back", async () => {
  const table = memoryTable();
  await new Drafts(table, 31, 12).keep(QUESTION, BEGUN);
  assert.deepEqual(await new Drafts(table, 31, 12).find(QUESTION), BEGUN);
});

const OTHERS = [
  ["another question", 31, 12, { ...QUESTION, id: 346 }],
  ["another try", 31, 12, { ...QUESTION, tries_left: 1 }],
  ["another child on the same device", 32, 12, QUESTION],
  ["another assignment", 31, 13, QUESTION],
];

for (const [name, seat, assignment, question] of OTHERS) {
  test(`what was begun is not for ${name}`, async () => {
    const table = memoryTable();
    await new Drafts(table, 31, 12).keep(QUESTION, BEGUN);
    assert.equal(await new Drafts(table, seat, assignment).find(question), null);
  });
}

test("one to a sitting: the next question's takes its place, and what is dropped is gone", async () => {
  const table = memoryTable();
  const drafts = new Drafts(table, 31, 12);
  await drafts.keep(QUESTION, BEGUN);
  await drafts.keep({ ...QUESTION, id: 346 }, BEGUN);
  assert.equal((await table.all()).length, 1);
  assert.equal(await drafts.find(QUESTION), null);
  await drafts.drop();
  assert.deepEqual(await table.all(), []);
});

test("a device that keeps nothing does not stop the child", async () => {
  const broken = async () => {
    throw new Error("QuotaExceededError");
  };
  const drafts = new Drafts({ put: broken, remove: broken, all: broken }, 31, 12);
  await drafts.keep(QUESTION, BEGUN);
  await drafts.drop();
  assert.equal(await drafts.find(QUESTION), null);
});
