import assert from "node:assert/strict";
import { test } from "node:test";

import { Offline, Refused } from "../../../static/js/net/api.js";
import { Questions } from "../../../static/js/play/questions.js";
import { FINISHED, next } from "./school.js";

const DRAFT = { strokes: [[[1, 2]]], typed: "" };

function asking(...replies) {
  const events = [];
  let asked = 0;
  const get = async () => {
    const reply = replies[asked];
    asked += 1;
    return typeof reply === "function" ? reply(questions) : reply;
  };
  const questions = new Questions({ api: { get }, url: "/next/", draftOf: async () => DRAFT, dispatch: (event) => events.push(event) });
  return { questions, events, asked: () => asked };
}

const failing = (failure) => () => Promise.reject(failure);

test("a question comes with what was begun for it", async () => {
  const { questions, events } = asking(next());
  await questions.load();
  assert.deepEqual(events, [{ type: "load" }, { type: "loaded", next: next(), draft: DRAFT }]);
});

test("when all is done there is nothing that was begun", async () => {
  const { questions, events } = asking(FINISHED);
  await questions.load();
  assert.deepEqual(events[1], { type: "loaded", next: FINISHED, draft: null });
});

test("a question that was fetched before an answer was taken is fetched again", async () => {
  const { questions, events, asked } = asking((self) => {
    self.acknowledged("u1", "receipt");
    return next();
  }, next({ id: 346 }));
  await questions.load();
  assert.equal(asked(), 2);
  assert.deepEqual(events.map(({ type }) => type), ["load", "sent", "loaded"]);
  assert.equal(events[2].next.question.id, 346);
});

test("a second call while one is on its way asks nothing", async () => {
  const { questions, asked } = asking(next(), next());
  await Promise.all([questions.load(), questions.load()]);
  assert.equal(asked(), 1);
});

const FAILURES = [
  ["no network", new Offline(), { type: "failed" }],
  ["a race that has not begun", new Refused(409, "Wait.", "not_started"), { type: "failed" }],
  ["a race that stands still", new Refused(409, "Wait.", "paused"), { type: "failed" }],
  ["closed", new Refused(409, "Closed.", "closed"), { type: "refused", row: null, refusal: { detail: "Closed.", code: "closed" } }],
  ["not there any more", new Refused(404, "Gone.", "not_found"), { type: "refused", row: null, refusal: { detail: "Gone.", code: "closed" } }],
];

for (const [name, failure, event] of FAILURES) {
  test(`no question: ${name}`, async () => {
    const { questions, events } = asking(failing(failure), next());
    await questions.load();
    assert.deepEqual(events[1], event);
    await questions.load();
    assert.equal(events.at(-1).type, "loaded");
  });
}
