import assert from "node:assert/strict";
import { test } from "node:test";

import { appear, begin, leave, UNKNOWN } from "../../../static/js/play/thinking.js";

test("from the question's appearance to the first ink", () => {
  assert.equal(begin(appear(1000), 3400.4).ms, 2400);
});

test("nothing is known before the first ink", () => {
  assert.equal(appear(1000).ms, null);
});

test("the second stroke changes nothing", () => {
  const first = begin(appear(1000), 3400);
  assert.equal(begin(first, 9000), first);
});

test("a clock that goes back gives no time below zero", () => {
  assert.equal(begin(appear(1000), 990).ms, 0);
});

test("of a sheet that was begun on an earlier page the time is not known", () => {
  assert.equal(begin(appear(1000, true), 3400).ms, null);
});

test("whoever looks at another page first was not thinking all the while", () => {
  assert.equal(begin(leave(appear(1000)), 3400).ms, null);
});

test("whoever looks at another page after the first ink has thought already", () => {
  assert.equal(leave(begin(appear(1000), 3400)).ms, 2400);
});

test("nothing is known before there is a question", () => {
  assert.equal(begin(UNKNOWN, 3400).ms, null);
});
