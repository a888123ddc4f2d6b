/** A child in a live game: what the game says, between what the child does. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { step } from "../../../static/js/play/machine.js";
import { momentOf } from "../../../static/js/play/moment.js";
import { canSend, isEditable, isUnsent, START } from "../../../static/js/play/state.js";
import { answer, ASSIGNMENT, open, play } from "./game.js";
import { next, reading, receipt } from "./school.js";

const told = (phase, rest, publicly, now = 1000) => ["game", { moment: momentOf(play(phase, rest, publicly), ASSIGNMENT, now) }];
const go = (...events) => events.reduce((state, [type, rest]) => step(state, { type, ...rest }), START);

const LOBBY = told("lobby");
const ASKED = told("question");
const LATER = told("question", {}, { number: 4, question: { ...open("question").question, id: 346 } });
const PAUSED = told("question", {}, { paused: true });
const INK = ["ink", { version: 1, strokes: 2, notice: null }];
const MORE = ["ink", { version: 2, strokes: 3, notice: null }];
const IDLE = ["idle", { version: 1 }];
const READ = ["read", { version: 1, reading: reading("54", "sure") }];
const SEND = ["send", { row: "u1" }];
const AGAIN = ["send", { row: "u2" }];
const KEPT = ["acknowledged", { row: "u1" }];
const UNREAD = told("question", { answer: answer({ mark: "unread", text: "", note: "Write it again." }) });
const ASKS = told("question", { answer: answer({ mark: "unread", asks: true, reading: reading("54", "ask") }) });
const TAKEN = told("question", { answer: answer() });
const SHOWN = told("reveal", { answer: answer({ mark: "right" }), correct_answer: "54" });
const TYPED = [["mode", { mode: "typed" }], ["typed", { text: "fifty" }]];
const TYPED_UNREAD = told("question", { answer: answer({ source: "typed", mark: "unread", note: "Write a whole number." }) });

const PHASES = [
  ["before the start", [LOBBY], "lobby"],
  ["the first question", [LOBBY, ASKED], "writing"],
  ["told twice of the same question", [ASKED, INK, IDLE, READ, ASKED], "read-sure"],
  ["on its way, and the game says what it said before", [ASKED, INK, SEND, ASKED], "sending"],
  ["kept", [ASKED, INK, SEND, KEPT], "kept"],
  ["kept after waiting for the network", [ASKED, INK, SEND, ["held", { count: 1 }], KEPT], "kept"],
  ["another answer's acknowledgement", [ASKED, INK, SEND, ["acknowledged", { row: "u0" }]], "sending"],
  ["read, and nothing is told before the others are done", [ASKED, INK, SEND, KEPT, TAKEN], "kept"],
  ["the game knew of it before the acknowledgement came", [ASKED, INK, SEND, UNREAD, KEPT], "read-unread"],
  ["sent from another device, not read yet", [ASKED, INK, told("question", { reading: true })], "kept"],
  ["sent from another device, and read", [ASKED, INK, TAKEN], "kept"],
  ["a reload after the answer", [TAKEN], "kept"],
  ["not readable", [ASKED, INK, SEND, KEPT, UNREAD], "read-unread"],
  ["not readable, and written again", [ASKED, INK, SEND, KEPT, UNREAD, MORE], "writing"],
  ["what was heard before takes nothing from what was written since", [ASKED, INK, SEND, KEPT, UNREAD, MORE, UNREAD], "writing"],
  ["written again and sent, and the game still speaks of the first", [ASKED, INK, SEND, KEPT, UNREAD, MORE, AGAIN, ["acknowledged", { row: "u2" }], UNREAD], "kept"],
  ["left to the teacher", [ASKED, INK, SEND, KEPT, UNREAD, MORE, ["send", { row: "u2", leaves: true }], ["acknowledged", { row: "u2" }],
    told("question", { answer: answer({ id: "u2", mark: "unread" }) })], "kept"],
  ["typed what is no answer", [ASKED, ...TYPED, SEND, KEPT, TYPED_UNREAD], "writing"],
  ["asked after the fact", [ASKED, INK, SEND, KEPT, ASKS], "read-ask"],
  ["a reload while the child is asked", [ASKS], "read-ask"],
  ["the child's word on its way", [ASKED, INK, SEND, KEPT, ASKS, ["send", { row: "c1" }], ASKS], "sending"],
  ["the child's word is in, and the game still asks", [ASKED, INK, SEND, KEPT, ASKS, ["send", { row: "c1" }], ["acknowledged", { row: "c1" }], ASKS], "kept"],
  ["the child's word is in", [ASKED, INK, SEND, KEPT, ASKS, ["send", { row: "c1" }], ["acknowledged", { row: "c1" }], TAKEN], "kept"],
  ["the right answer is known", [ASKED, INK, SEND, KEPT, SHOWN], "revealed"],
  ["known while the answer is on its way", [ASKED, INK, SEND, told("reveal", { correct_answer: "54" })], "revealed"],
  ["and then the acknowledgement", [ASKED, INK, SEND, told("reveal", { correct_answer: "54" }), KEPT], "revealed"],
  ["a reload then", [SHOWN], "revealed"],
  ["between two questions", [SHOWN, told("standings")], "standings"],
  ["the next question", [SHOWN, told("standings"), LATER], "writing"],
  ["skipped: straight to the next", [ASKED, INK, LATER], "writing"],
  ["over", [SHOWN, told("over")], "over"],
  ["removed", [ASKED, INK, ["gone"]], "gone"],
  ["removed, and the game goes on", [ASKED, ["gone"], LATER], "gone"],
  ["another child's seat, and the game goes on", [ASKED, ["refused", { row: null, refusal: { code: "other_seat" } }], LATER], "refused"],
  ["no network at the start", [["failed"]], "stuck"],
  ["and then the game is heard", [["failed"], ASKED], "writing"],
  ["a race begins", [told("lobby", {}, { pace: "own" }), told("flying", {}, { pace: "own" })], "loading"],
  ["a race goes on", [told("flying"), ["loaded", { next: next() }], INK, told("flying")], "writing"],
  ["a race is over while a question is on its way", [told("flying"), ["load"], told("over"), ["loaded", { next: next() }]], "over"],
  ["all done in a race", [told("flying"), ["loaded", { next: next({}, { question: null, finished: true }) }], told("flying")], "finished"],
];

for (const [name, events, phase] of PHASES) {
  test(`phase: ${name}`, () => {
    assert.equal(go(...events).phase, phase);
  });
}

test("each question has one sheet, whatever is said of it meanwhile", () => {
  const sheets = [ASKED, INK, SEND, KEPT, TAKEN, SHOWN, told("standings"), LATER]
    .reduce((states, [type, rest]) => [...states, step(states.at(-1), { type, ...rest })], [START]).map(({ sheet }) => sheet);
  assert.deepEqual(sheets, [0, 1, 1, 1, 1, 1, 1, 1, 2]);
});

const EDITABLE = [
  ["while it is asked", [ASKED], true],
  ["not while paused", [ASKED, INK, PAUSED], false],
  ["and again afterwards", [ASKED, INK, PAUSED, ASKED], true],
  ["not once the time is up", [ASKED, INK, ["timeup"]], false],
  ["but at the next question", [ASKED, INK, ["timeup"], LATER], true],
  ["not when it is kept", [ASKED, INK, SEND, KEPT], false],
  ["when it could not be read", [ASKED, INK, SEND, KEPT, UNREAD], true],
  ["not once the right answer is known", [ASKED, INK, told("reveal")], false],
];

for (const [name, events, may] of EDITABLE) {
  test(`may be written on: ${name}`, () => {
    assert.equal(isEditable(go(...events)), may);
  });
}

test("ink that nobody was given stays to be sent, though it cannot be sent by hand any more", () => {
  const paused = go(ASKED, INK, PAUSED);
  assert.deepEqual([isUnsent(paused), canSend(paused)], [true, false]);
  assert.equal(isUnsent(go(ASKED, INK, SEND, KEPT)), false);
  assert.equal(isUnsent(go(ASKED, INK, SEND, KEPT, UNREAD)), false);
  assert.equal(isUnsent(go(ASKED, INK, SEND, KEPT, UNREAD, MORE)), true);
});

test("the clock that ends soonest is the one, since a message may have been late", () => {
  const bounded = (left, now, rest) => told("question", {}, { seconds: 20, closes_in_ms: left, ...rest }, now);
  const closesAt = (...events) => go(...events).moment.game.clock.closesAt;
  assert.equal(closesAt(bounded(12_000, 1000), bounded(11_500, 2000)), 13_000);
  assert.equal(closesAt(bounded(12_000, 1000), bounded(10_000, 2000)), 12_000);
  assert.equal(closesAt(bounded(12_000, 1000), bounded(12_000, 2000, { paused: true }), bounded(12_000, 9000)), 21_000);
  assert.equal(closesAt(bounded(12_000, 1000), bounded(20_000, 3000, { number: 4 })), 23_000);
});

test("a break at the last moment gives the time back", () => {
  const bounded = (left, now, rest) => told("question", {}, { seconds: 20, closes_in_ms: left, ...rest }, now);
  const after = go(bounded(2000, 1000), INK, ["timeup"], bounded(500, 3200, { paused: true }), bounded(500, 9000));
  assert.equal(isEditable(after), true);
});

test("how the news come changes nothing else", () => {
  const state = go(ASKED, INK);
  assert.deepEqual(step(state, { type: "link", link: "offline" }), { ...state, link: "offline" });
});

test("in a race nothing goes on while it is paused", () => {
  const fed = [told("flying"), ["loaded", { next: next() }], INK, SEND, ["sent", { row: "u1", receipt: receipt({ mark: "right" }) }]];
  assert.equal(go(...fed, told("flying", {}, { paused: true }), ["onward"]).phase, "feedback");
  assert.equal(go(...fed, ["onward"]).phase, "writing");
});

test("no event in any phase breaks the page or changes a state in place", () => {
  const events = [
    LOBBY, ASKED, LATER, PAUSED, TAKEN, UNREAD, ASKS, SHOWN, told("standings"), told("flying"), told("over"), INK, IDLE, READ, SEND, KEPT,
    ["timeup"], ["gone"], ["held", { count: 1 }], ["link", { link: "polling" }], ["guide"], ["doubt"], ["onward"], ["mend"],
    ["acknowledged", { row: "nobody's" }], ["left", { row: "u9" }], ["counted", { count: 2 }],
  ];
  for (const [name, before] of PHASES) {
    const state = go(...before);
    const copy = structuredClone(state);
    for (const [type, rest] of events) {
      assert.equal(typeof isEditable(step(state, { type, ...rest })), "boolean", `${name}, then ${type}`);
    }
    assert.deepEqual(state, copy, name);
  }
});
