import assert from "node:assert/strict";
import { test } from "node:test";

import { feedbackOf, primaryOf } from "../../../static/js/play/feedback.js";
import { momentOf } from "../../../static/js/play/moment.js";
import { START } from "../../../static/js/play/state.js";
import { answer, ASSIGNMENT, play } from "./game.js";
import { FINISHED, next, reading, receipt, turned } from "./school.js";

const after = (answer, rest) => ({ ...START, phase: "feedback", next: next(), receipt: receipt(answer, rest) });

const PAUSED = momentOf(play("question", {}, { paused: true }), ASSIGNMENT, 0);
const TURNED = turned(reading("13", "sure"), "3");

const STAMPS = [
  ["right", after({ mark: "right" }), { mark: "right", title: "Right", note: "", correct: null }, "Next"],
  ["right, which the stamp says already", after({ mark: "right", note: "Yes, that is right." }),
    { mark: "right", title: "Right", note: "", correct: null }, "Next"],
  ["right, and more to say", after({ mark: "right", note: "Yes, that is right. In lowest terms it is 3/4." }),
    { mark: "right", title: "Right", note: "In lowest terms it is 3/4.", correct: null }, "Next"],
  ["right, with a digit turned round", after({ mark: "right", reading: TURNED }),
    { mark: "right", title: "Right", note: "Your 3 looks the other way round. I read it as 3.", correct: null }, "Next"],
  ["right, with a digit turned round, as the caption said", { ...after({ mark: "right", reading: TURNED }), reading: TURNED },
    { mark: "right", title: "Right", note: "", correct: null }, "Next"],
  ["wrong, with another try", after({ note: "Have another look." }, { question_done: false }),
    { mark: "wrong", title: "Have another look.", note: "One try left.", correct: null }, "Try again"],
  ["wrong, with two more", after({}, { question_done: false, tries_left: 2 }),
    { mark: "wrong", title: "Have another look.", note: "2 tries left.", correct: null }, "Try again"],
  ["wrong, and done", after({ correct_answer: "56", note: "Not yet. Have another look." }), { mark: "wrong", title: "Not this time.", note: "", correct: "56" }, "Next"],
  ["wrong, and done, with a hint", after({ correct_answer: "56", hint: "Look at the sign." }), { mark: "wrong", title: "Not this time.", note: "Look at the sign.", correct: "56" }, "Next"],
  ["left to the teacher", after({ mark: "unread", note: "Your teacher will look at this one." }),
    { mark: "unread", title: "Your teacher will look at this one.", note: "", correct: null }, "Next"],
  ["the last one", after({ mark: "right" }, { next: FINISHED }), { mark: "right", title: "Right", note: "", correct: null }, "Finish"],
];

for (const [name, state, feedback, label] of STAMPS) {
  test(`stamp: ${name}`, () => {
    assert.deepEqual(feedbackOf(state), feedback);
    assert.deepEqual(primaryOf(state), { label, action: "onward", enabled: true });
  });
}

const shown = (given, rest = {}) => ({
  ...START, phase: "revealed", next: next(), answer: given, moment: momentOf(play("reveal", { correct_answer: "56", ...rest }), ASSIGNMENT, 0),
});

const REVEALS = [
  ["right", shown(answer({ mark: "right" })), { mark: "right", title: "Right", note: "", correct: null }],
  ["wrong, with a hint", shown(answer({ mark: "wrong", note: "Not yet.", hint: "Look at the sign." })),
    { mark: "wrong", title: "Have another look.", note: "Look at the sign.", correct: "56" }],
  ["not read", shown(answer({ mark: "unread" })), { mark: "unread", title: "Your teacher will look at this one.", note: "", correct: "56" }],
  ["cut short by the clock", shown(answer({ mark: "unread", cut_short: true })),
    { mark: "unread", title: "Time was up while you were writing.", note: "It is not counted as wrong. Your teacher will look at it.", correct: "56" }],
  ["cut short by the clock, and right", shown(answer({ mark: "right", cut_short: true })), { mark: "right", title: "Right", note: "", correct: null }],
  ["cut short by the clock, and wrong as its teacher says", shown(answer({ mark: "wrong", cut_short: true })),
    { mark: "wrong", title: "Have another look.", note: "", correct: "56" }],
  ["in, and not read yet", shown(answer()), { mark: "unread", title: "Your teacher will look at this one.", note: "", correct: "56" }],
  ["in, and still being read", shown(answer(), { reading: true }), { mark: "silent", title: "I am still reading yours.", note: "", correct: "56" }],
  ["sent, and the network has it", { ...shown(null), mine: "u1" },
    { mark: "silent", title: "Your answer is on its way.", note: "Your teacher will see it.", correct: "56" }],
  ["too late", shown(answer({ mark: "unread" }), { late: true }),
    { mark: "unread", title: "Your answer came late.", note: "Your teacher sees what you wrote.", correct: "56" }],
  ["cut short as the teacher went on, which is too late", shown(answer({ mark: "unread", cut_short: true }), { late: true }),
    { mark: "unread", title: "Time was up while you were writing.", note: "It is not counted as wrong. Your teacher will look at it.", correct: "56" }],
  ["nothing", shown(null), { mark: "silent", title: "No answer this time.", note: "", correct: "56" }],
  ["nobody may know it yet", shown(answer(), { correct_answer: null }), null],
];

for (const [name, state, feedback] of REVEALS) {
  test(`revealed: ${name}`, () => {
    assert.deepEqual(feedbackOf(state), feedback);
    assert.equal(primaryOf(state).enabled, false);
  });
}

const BUTTONS = [
  ["kept", { phase: "kept" }, ["Sent", "send", false]],
  ["in a break nothing is sent", { phase: "writing", ink: { version: 1, strokes: 1, notice: null }, moment: PAUSED }, ["Send", "send", false]],
  ["nothing to send yet", { phase: "writing" }, ["Send", "send", false]],
  ["something to send", { phase: "writing", ink: { version: 1, strokes: 1, notice: null } }, ["Send", "send", true]],
  ["on its way", { phase: "sending" }, ["Sending …", "send", false]],
  ["waiting", { phase: "waiting" }, ["Send now", "hurry", true]],
  ["no question", { phase: "stuck" }, ["Try again", "load", true]],
  ["the quiz has closed", { phase: "refused", refusal: { code: "closed" } }, ["Back to my quizzes", "home", true]],
  ["answered elsewhere", { phase: "refused", refusal: { code: "done" } }, ["Go on", "load", true]],
  ["the page is too old", { phase: "refused", refusal: { code: "csrf" } }, ["Reload the page", "reload", true]],
  ["refused for what is in it", { phase: "refused", refusal: { code: "malformed" } }, ["Write again", "mend", true]],
];

for (const [name, state, [label, action, enabled]] of BUTTONS) {
  test(`the large button: ${name}`, () => {
    assert.deepEqual(primaryOf({ ...START, next: next(), ...state }), { label, action, enabled });
    assert.equal(feedbackOf({ ...START, ...state }), null);
  });
}
