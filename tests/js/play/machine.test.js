import assert from "node:assert/strict";
import { test } from "node:test";

import { step } from "../../../static/js/play/machine.js";
import { answerOf, canLeave, canSend, isEditable, START } from "../../../static/js/play/state.js";
import { FINISHED, next, reading, receipt } from "./school.js";

const play = (...events) => events.reduce((state, [type, rest]) => step(state, { type, ...rest }), START);
const LOADED = ["loaded", { next: next() }];
const INK = ["ink", { version: 1, strokes: 2, notice: null }];
const IDLE = ["idle", { version: 1 }];
const read = (decision, version = 1) => ["read", { version, reading: reading("42", decision, ["47"]) }];
const SEND = ["send", { row: "u1" }];
const sent = (answer, rest, row = "u1") => ["sent", { row, receipt: receipt(answer, rest) }];

const AT_THE_END = { assignment: { id: 12, title: "Times tables", instructions: "", show_marks: "end", tries: 1 } };
const NO_ANSWER = sent({ mark: "unread", source: "typed", note: "Write a fraction." }, { question_done: false });

const PHASES = [
  ["at the start", [], "loading"],
  ["a question comes", [LOADED], "writing"],
  ["no network at the start", [["failed"]], "stuck"],
  ["and again", [["failed"], ["load"]], "loading"],
  ["all is done", [["loaded", { next: FINISHED }]], "finished"],
  ["ink, and a rest", [LOADED, INK, IDLE], "reading"],
  ["a rest without ink", [LOADED, ["idle", { version: 0 }]], "writing"],
  ["a rest that is out of date", [LOADED, INK, ["ink", { version: 2, strokes: 3, notice: null }], IDLE], "writing"],
  ["read for sure", [LOADED, INK, IDLE, read("sure")], "read-sure"],
  ["read in doubt", [LOADED, INK, IDLE, read("ask")], "read-ask"],
  ["not read", [LOADED, INK, IDLE, read("unread")], "read-unread"],
  ["a reading of older ink is ignored while writing",
    [LOADED, INK, IDLE, ["ink", { version: 2, strokes: 3, notice: null }], read("sure")], "writing"],
  ["and while the newer ink is read",
    [LOADED, INK, IDLE, ["ink", { version: 2, strokes: 3, notice: null }], ["idle", { version: 2 }], read("sure")], "reading"],
  ["the reader cannot be reached", [LOADED, INK, IDLE, ["unreachable", { version: 1 }]], "writing"],
  ["more ink takes the reading away", [LOADED, INK, IDLE, read("sure"), ["ink", { version: 2, strokes: 3, notice: null }]], "writing"],
  ["that's not it", [LOADED, INK, IDLE, read("sure"), ["doubt"]], "read-ask"],
  ["yes, it is", [LOADED, INK, IDLE, read("ask"), ["confirm", { text: "42" }]], "read-sure"],
  ["sending", [LOADED, INK, SEND], "sending"],
  ["sending while it is being read, and the reading comes late", [LOADED, INK, IDLE, SEND, read("ask")], "sending"],
  ["ink does not change while sending", [LOADED, INK, SEND, ["ink", { version: 2, strokes: 0, notice: null }]], "sending"],
  ["a second tap on Send", [LOADED, INK, SEND, ["send", { row: "u2" }], sent()], "feedback"],
  ["no network for the answer", [LOADED, INK, SEND, ["held", { count: 1 }]], "waiting"],
  ["the network is back", [LOADED, INK, SEND, ["held", { count: 1 }], sent()], "feedback"],
  ["something of another sheet waits while this one is written", [LOADED, INK, ["held", { count: 1 }]], "writing"],
  ["a receipt for another answer", [LOADED, INK, SEND, sent({}, {}, "u0")], "sending"],
  ["onward", [LOADED, INK, SEND, sent(), ["onward"]], "writing"],
  ["onward twice by a double tap", [LOADED, INK, SEND, sent(), ["onward"], ["onward"]], "writing"],
  ["the last answer", [LOADED, INK, SEND, sent({}, { next: FINISHED }), ["onward"]], "finished"],
  ["marks at the end: straight on", [LOADED, INK, SEND, sent({ mark: null })], "writing"],
  ["marks at the end, and it is the end", [LOADED, INK, SEND, sent({ mark: null }, { next: FINISHED })], "finished"],
  ["marks at the end, and the last one is told already",
    [["loaded", { next: next({}, AT_THE_END) }], INK, SEND, sent({ mark: "right" }, { next: FINISHED })], "finished"],
  ["typed, and no answer of the form asked for",
    [LOADED, ["mode", { mode: "typed" }], ["typed", { text: "half" }], SEND, NO_ANSWER], "writing"],
  ["asked after the fact", [LOADED, INK, SEND, sent({ mark: "unread", asks: true, reading: reading("42", "ask") }, { question_done: false })], "read-ask"],
  ["not readable after the fact", [LOADED, INK, SEND, sent({ mark: "unread" }, { question_done: false })], "read-unread"],
  ["left to the teacher", [LOADED, INK, SEND, sent({ mark: "unread" })], "feedback"],
  ["refused", [LOADED, INK, SEND, ["refused", { row: "u1", refusal: { detail: "Closed.", code: "closed" } }]], "refused"],
  ["another one refused", [LOADED, INK, ["refused", { row: "u0", refusal: {} }]], "writing"],
  ["written again after a refusal", [LOADED, INK, SEND, ["refused", { row: "u1", refusal: {} }], ["mend"]], "writing"],
  ["a reload while the answer waits", [LOADED, ["sheet", { version: 1, strokes: 2 }], ["resent", { row: "u1" }]], "waiting"],
  ["a reload while the child is asked", [["loaded", { next: next({ last: { id: "u0", mark: "unread", asks: true, reading: reading("42", "ask") } }) }]], "read-ask"],
];

for (const [name, events, phase] of PHASES) {
  test(`phase: ${name}`, () => {
    assert.equal(play(...events).phase, phase);
  });
}

const CAN_SEND = [
  ["not without ink", [LOADED], false],
  ["with ink, before it is read", [LOADED, INK], true],
  ["when the reader cannot be reached", [LOADED, INK, IDLE, ["unreachable", { version: 1 }]], true],
  ["in doubt: then the child is asked afterwards", [LOADED, INK, IDLE, read("ask")], true],
  ["not while it is on its way", [LOADED, INK, SEND], false],
  ["not the same unreadable ink twice", [LOADED, INK, SEND, sent({ mark: "unread" }, { question_done: false })], false],
  ["the unreadable ink with another stroke",
    [LOADED, INK, SEND, sent({ mark: "unread" }, { question_done: false }), ["ink", { version: 2, strokes: 3, notice: null }]], true],
  ["what was refused, once more", [LOADED, INK, SEND, ["refused", { row: "u1", refusal: {} }], ["mend"]], true],
  ["not a blank line", [LOADED, ["mode", { mode: "typed" }], ["typed", { text: "  " }]], false],
  ["typed text", [LOADED, ["mode", { mode: "typed" }], ["typed", { text: "42" }]], true],
  ["not what is no answer", [LOADED, ["mode", { mode: "typed" }], ["typed", { text: "half" }], SEND, NO_ANSWER], false],
  ["but when it was changed",
    [LOADED, ["mode", { mode: "typed" }], ["typed", { text: "half" }], SEND, NO_ANSWER, ["typed", { text: "1/2" }]], true],
  ["not ink that was left for typing", [LOADED, INK, ["mode", { mode: "typed" }]], false],
];

for (const [name, events, can] of CAN_SEND) {
  test(`may be sent: ${name}`, () => {
    assert.equal(canSend(play(...events)), can);
  });
}

const BODIES = [
  ["drawn and read for sure: the ink speaks", [LOADED, INK, IDLE, read("sure")], { strokes: "ink", typed: null, confirmed: null }],
  ["drawn, and the child said yes", [LOADED, INK, IDLE, read("ask"), ["confirm", { text: "42" }]], { strokes: "ink", typed: null, confirmed: "42" }],
  ["drawn, and the child chose another", [LOADED, INK, IDLE, read("sure"), ["doubt"], ["confirm", { text: "47" }]], { strokes: "ink", typed: null, confirmed: "47" }],
  ["a yes to ink that has changed since is no yes",
    [LOADED, INK, IDLE, read("ask"), ["confirm", { text: "42" }], ["ink", { version: 2, strokes: 1, notice: null }]],
    { strokes: "ink", typed: null, confirmed: null }],
  ["typed", [LOADED, INK, ["mode", { mode: "typed" }], ["typed", { text: " 42 " }]], { strokes: null, typed: "42", confirmed: null }],
];

for (const [name, events, body] of BODIES) {
  test(`body: ${name}`, () => {
    assert.deepEqual(answerOf(play(...events), "u1", "ink"), { id: "u1", question: 345, ...body });
  });
}

test("a format that the reader does not know is typed", () => {
  const state = play(["loaded", { next: next({ drawable: false }) }], ["mode", { mode: "drawn" }]);
  assert.equal(state.mode, "typed");
});

test("a child who types goes on typing", () => {
  assert.equal(play(LOADED, ["mode", { mode: "typed" }], ["typed", { text: "4" }], SEND, sent(), ["onward"]).mode, "typed");
});

test("a child who wants to be shown how is shown at the next question too", () => {
  const shown = play(LOADED, ["guide"], INK, SEND, sent(), ["onward"]);
  assert.equal(shown.guided, true);
  assert.equal(step(shown, { type: "guide" }).guided, false);
});

test("every question and every try has a sheet of its own, the question after the fact has not", () => {
  const asked = play(LOADED, INK, SEND, sent({ asks: true, mark: "unread", reading: reading("42", "ask") }, { question_done: false }));
  assert.equal(asked.sheet, 1);
  assert.equal(asked.ink.strokes, 2);
  assert.equal(play(LOADED, INK, SEND, sent({}, { question_done: false, next: next({ tries_left: 1 }) }), ["onward"]).sheet, 2);
});

test("the word on an answer that was sent goes with no more ink", () => {
  const asked = play(LOADED, INK, SEND, sent({ asks: true, mark: "unread", reading: reading("42", "ask") }, { question_done: false }));
  assert.equal(asked.asked, "u1");
  assert.equal(canSend(asked), false);
  assert.equal(canLeave(asked), true);
  const rewritten = step(asked, { type: "ink", version: 2, strokes: 3, notice: null });
  assert.deepEqual([rewritten.asked, canSend(rewritten)], [null, true]);
  const word = step(step(asked, { type: "send", row: "c1" }), { type: "sent", row: "c1", receipt: receipt({ mark: "right" }) });
  assert.equal(word.phase, "feedback");
});

test("ink is left to the teacher only after the reader has had its chance with an answer", () => {
  assert.equal(canLeave(play(LOADED, INK, IDLE, read("unread"))), false);
  const unread = play(LOADED, INK, SEND, sent({ mark: "unread" }, { question_done: false }));
  assert.equal(canLeave(unread), true);
  const again = [["ink", { version: 2, strokes: 3, notice: null }], ["idle", { version: 2 }], read("unread", 2)]
    .reduce((state, [type, rest]) => step(state, { type, ...rest }), unread);
  assert.equal(canLeave(again), true);
});

test("no event in any phase breaks the page or changes a state in place", () => {
  const events = [
    ["load"], LOADED, ["failed"], ["sheet", { version: 9, strokes: 0 }], INK, IDLE, read("sure"), ["unreachable", { version: 1 }],
    ["typed", { text: "4" }], ["mode", { mode: "typed" }], ["doubt"], ["guide"], ["confirm", { text: "42" }], SEND, ["held", { count: 1 }], ["mend"],
    ["onward"], ["refused", { row: "nobody's", refusal: {} }], sent({}, {}, "nobody's"),
  ];
  for (const [name, before] of PHASES) {
    const state = play(...before);
    const copy = structuredClone(state);
    for (const [type, rest] of events) {
      if (state.next || ["load", "loaded", "failed"].includes(type)) {
        assert.equal(typeof isEditable(step(state, { type, ...rest })), "boolean", `${name}, then ${type}`);
      }
    }
    assert.deepEqual(state, copy, name);
  }
});
