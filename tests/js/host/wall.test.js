import assert from "node:assert/strict";
import { test } from "node:test";

import { hang } from "../../../static/js/host/wall.js";

const INK = [[[10, 10], [20, 20]]];
const group = (text, mark, count, inks = Math.min(count, 12)) => ({ text, mark, count, inks: Array(inks).fill(INK) });
const PROJECTOR = { width: 1800, height: 620, head: 70, foot: 40, least: 180, gap: 12, pad: 16 };
const PHONE = { width: 360, height: 400, head: 44, foot: 24, least: 110, gap: 8, pad: 10 };

test("one answer hangs as large as the wall is high", () => {
  const { sheet, groups } = hang([group("56", "right", 1)], PROJECTOR);
  assert.deepEqual([sheet, groups.length, groups[0].columns], [1012, 1, 1]);
});

test("few answers leave no more of the wall empty than they must: beside each other they are as wide as it", () => {
  const { sheet, groups } = hang([group("56", "right", 2), group("54", "wrong", 1)], PROJECTOR);
  assert.deepEqual(groups.map(({ columns }) => columns), [2, 1]);
  assert.ok(3 * sheet + 2 * 12 + 4 * 16 > 1780, `sheets of ${sheet} px`);
});

const WALLS = [[19, 3, 2, 1, 1, 2], [8, 6, 5, 4, 3, 2], [6, 1, 1, 1, 1, 1], [28], [4, 4, 4, 4, 4, 4, 4]];

for (const counts of WALLS) {
  test(`all of a wall of ${counts} is on the screen, on a laptop's too`, () => {
    const room = { width: 1286, height: 472, head: 45.7, foot: 37, least: 174, gap: 10.9, pad: 15.2 };
    const { sheet, groups, hidden } = hang(counts.map((count, at) => group(String(at), at ? "wrong" : "right", count)), room);
    assert.ok(heightOf(sheet, groups, room) <= room.height);
    assert.deepEqual([groups.length, hidden], [counts.length, 0]);
  });
}

/** As the browser lays it out: groups beside each other as far as they go. */
function heightOf(sheet, groups, { width, head, foot, least, gap, pad }) {
  const rows = [];
  let used = Infinity;
  for (const { columns, inks, more } of groups) {
    const across = Math.max(least, columns * (sheet + gap) - gap) + 2 * pad;
    const high = head + Math.ceil(inks.length / columns) * (sheet / 2 + gap) + (more ? foot : 0) + 2 * pad;
    if (used + gap + across > width) {
      rows.push(high);
      used = across;
    } else {
      rows.push(Math.max(rows.pop(), high));
      used += gap + across;
    }
  }
  return rows.reduce((sum, high) => sum + high, 0) + gap * (rows.length - 1);
}

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
