import assert from "node:assert/strict";
import { test } from "node:test";

import { hang } from "../../../static/js/host/wall.js";

const INK = [[[10, 10], [20, 20]]];
const group = (text, mark, count, inks = Math.min(count, 12)) => ({ text, mark, count, inks: Array(inks).fill(INK) });
const PROJECTOR = { width: 1800, height: 620, head: 70, foot: 40, least: 180, gap: 12, pad: 16 };
const PHONE = { width: 360, height: 400, head: 44, foot: 24, least: 110, gap: 8, pad: 10 };

test("one answer hangs as large as a sheet may be", () => {
  const { sheet, groups } = hang([group("56", "right", 1)], PROJECTOR);
  assert.deepEqual([sheet, groups.length, groups[0].columns], [340, 1, 1]);
});

test("a class of twenty-eight fills the projector, every group in sight", () => {
  const groups = [group("56", "right", 19), group("54", "wrong", 4), group("63", "wrong", 2), group("15", "wrong", 1), group("", "unread", 2)];
  const { sheet, groups: hung, hidden } = hang(groups, PROJECTOR);
  assert.ok(sheet >= 132, `sheets of ${sheet} px`);
  assert.deepEqual([hung.length, hidden], [5, 0]);
});

test("what is not shown of a group is counted", () => {
  const [hung] = hang([group("56", "right", 300)], PROJECTOR).groups;
  assert.equal(hung.inks.length + hung.more, 300);
});

test("typed answers have no sheets, and nothing is missing of them", () => {
  const [hung] = hang([group("56", "right", 5, 0)], PROJECTOR).groups;
  assert.deepEqual([hung.inks, hung.more], [[], 0]);
});

test("on a phone sheets become fewer before they become small", () => {
  const { sheet, groups } = hang([group("56", "right", 19), group("54", "wrong", 6)], PHONE);
  assert.ok(sheet >= 132 && sheet <= 340);
  assert.ok(groups[0].inks.length < 12);
});

test("where not all fits, the unread are still told of, and the rest is counted", () => {
  const many = Array.from({ length: 40 }, (_, at) => group(String(at), "wrong", 1));
  const { groups, hidden } = hang([...many, group("", "unread", 3)], PHONE);
  assert.equal(groups.at(-1).group.mark, "unread");
  assert.equal(groups.length - 1 + hidden, 40);
});

test("a wall with nothing on it", () => {
  assert.deepEqual(hang([], PROJECTOR).groups, []);
});
