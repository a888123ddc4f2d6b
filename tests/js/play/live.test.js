import assert from "node:assert/strict";
import { test } from "node:test";

import { Live } from "../../../static/js/play/live.js";
import { momentOf } from "../../../static/js/play/moment.js";
import { answer, ASSIGNMENT, open, play } from "./game.js";

const settled = () => new Promise((resolve) => setImmediate(resolve));

function listening({ draftOf = async () => null } = {}) {
  const events = [];
  const calls = [];
  let ears;
  const feedOf = (heard) => {
    ears = heard;
    return { open: () => calls.push("open"), close: () => calls.push("close"), refresh: () => calls.push("refresh") };
  };
  let now = 1000;
  const waiting = [];
  const later = (run) => waiting.push(run);
  const live = new Live({ feedOf, assignment: ASSIGNMENT, draftOf, dispatch: (event) => events.push(event), now: () => now, later });
  return { live, events, calls, ears, at: (time) => (now = time), wait: () => waiting.splice(0).forEach((run) => run()) };
}

test("a question of the game comes with what was begun for it", async () => {
  const asked = [];
  const { events, ears } = listening({ draftOf: async (question) => (asked.push(question), "draft") });
  ears.heard(play("question"));
  await settled();
  assert.deepEqual(events, [{ type: "game", moment: momentOf(play("question"), ASSIGNMENT, 1000), draft: "draft" }]);
  assert.deepEqual([asked[0].id, asked[0].tries_left], [345, 1]);
});

test("between questions nothing was begun", async () => {
  const { events, ears } = listening({ draftOf: async () => assert.fail() });
  ears.heard(play("lobby"));
  await settled();
  assert.equal(events[0].draft, null);
});

test("news that is overtaken while the device looks for what was begun is not told", async () => {
  const { events, ears } = listening();
  ears.heard(play("question"));
  ears.publicly(open("reveal", { version: 18 }));
  await settled();
  assert.deepEqual(events.map(({ moment }) => moment.stage), ["reveal"]);
});

test("what everybody hears is told with what is known of the child", async () => {
  const { events, ears, at } = listening();
  ears.heard(play("question", { answer: answer() }));
  await settled();
  at(3000);
  ears.publicly(open("question", { version: 18, seconds: 20, closes_in_ms: 5000 }));
  await settled();
  assert.deepEqual([events[1].moment.answer, events[1].moment.game.clock.closesAt], [answer(), 8000]);
});

test("before the child's own is known, nothing is told", async () => {
  const { events, ears } = listening();
  ears.publicly(open("question"));
  await settled();
  assert.deepEqual(events, []);
});

test("what became of an answer is asked for where nothing is heard of it, and not at once", () => {
  const { live, events, calls, wait } = listening();
  live.acknowledged("u1");
  assert.deepEqual([events, calls], [[{ type: "acknowledged", row: "u1" }], []]);
  wait();
  assert.deepEqual(calls, ["refresh"]);
});

test("what was heard meanwhile is not asked for", () => {
  const { live, calls, ears, wait } = listening();
  live.acknowledged("u1");
  ears.heard(play("question", { answer: answer() }));
  wait();
  assert.deepEqual(calls, []);
});

test("when the time is up, the game is asked for all the same", () => {
  const { live, calls, ears, wait } = listening();
  live.timeUp();
  ears.heard(play("question", { answer: answer() }));
  wait();
  assert.deepEqual(calls, ["refresh"]);
});

test("no network before anything is known: the page can say so, and later it only notes it", async () => {
  const { events, ears } = listening();
  ears.status("offline");
  assert.deepEqual(events, [{ type: "link", link: "offline" }, { type: "failed" }]);
  ears.heard(play("lobby"));
  await settled();
  ears.status("polling");
  ears.status("offline");
  assert.deepEqual(events.slice(3).map(({ type, link }) => [type, link]), [["link", "polling"], ["link", "offline"]]);
});

test("gone is gone", () => {
  const { events, ears } = listening();
  ears.gone();
  assert.deepEqual(events, [{ type: "gone" }]);
});
