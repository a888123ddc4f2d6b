import assert from "node:assert/strict";
import { test } from "node:test";

import { momentOf } from "../../../static/js/play/moment.js";
import { soundOf } from "../../../static/js/play/sounding.js";
import { START } from "../../../static/js/play/state.js";
import { answer, ASSIGNMENT, play } from "./game.js";

const at = (phase, rest = {}) => ({ ...START, phase, moment: momentOf(play("question"), ASSIGNMENT, 0), ...rest });
const shown = (mark, correct = "56") => at("revealed", { answer: answer({ mark }), moment: momentOf(play("reveal", { correct_answer: correct }), ASSIGNMENT, 0) });

const SOUNDS = [
  ["coming in", at("loading"), at("lobby"), "join"],
  ["the start", at("lobby"), at("writing"), "launch"],
  ["the next question", at("standings"), at("writing"), null],
  ["an answer is in", at("sending"), at("kept"), "sent"],
  ["an answer was in, as a reload finds", at("loading"), at("kept"), null],
  ["right", at("kept"), shown("right"), "right"],
  ["wrong: as for everybody", at("kept"), shown("wrong"), "reveal"],
  ["over, and the right answer is still to come", at("kept"), shown(null, null), null],
  ["and then it comes", shown(null, null), shown("right"), "right"],
  ["right, read after all others heard", { ...shown("unread"), moment: momentOf(play("reveal", { correct_answer: "56", reading: true }), ASSIGNMENT, 0) }, shown("right"), "right"],
  ["told again", shown("right"), shown("right"), null],
  ["the end", at("standings"), at("over"), "arrive"],
  ["alone it is silent", { ...START, phase: "sending" }, { ...START, phase: "feedback" }, null],
];

for (const [name, before, after, sound] of SOUNDS) {
  test(`sound: ${name}`, () => {
    assert.equal(soundOf(before, after), sound);
  });
}
