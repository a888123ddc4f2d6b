import assert from "node:assert/strict";
import { test } from "node:test";

import { momentOf } from "../../../static/js/play/moment.js";
import { START } from "../../../static/js/play/state.js";
import { journeyWords, panelOf, stripOf } from "../../../static/js/play/words.js";
import { ASSIGNMENT, play } from "./game.js";

function at(phase, publicly = {}, me = {}) {
  const told = play(phase, {}, publicly);
  return { ...START, phase, moment: momentOf({ ...told, me: { ...told.me, ...me } }, ASSIGNMENT, 0) };
}

const MOON = { reached: ["the Moon"], planet: "the Moon", next: "Mars", fact: "The Moon always turns the same side to us." };
const TEAMS = [{ name: "Comets", points: 210 }, { name: "Moons", points: 180 }];

/** With what all have done together. */
const told = (phase, publicly = {}) => ({ ...START, phase, moment: momentOf(play(phase, { teams: TEAMS, journey: MOON }, publicly), ASSIGNMENT, 0) });

const PLAIN = { with_game: false };

const STRIPS = [
  ["right answers and points apart", at("writing"), ["Comets", ["3 of 4 right", "230 points"], ""]],
  ["before anything is known", at("writing", {}, { right: 0, answered: 0, points: 0 }), ["Comets", ["0 right", "0 points"], ""]],
  ["one point", at("writing", {}, { points: 1 }), ["Comets", ["3 of 4 right", "1 point"], ""]],
  ["beside a panel, which says it", at("standings"), [null, [], ""]],
  ["without the game: no points", at("writing", PLAIN), ["Comets", ["3 of 4 right"], ""]],
  ["without a team", at("writing", {}, { team: null }), [null, ["3 of 4 right", "230 points"], ""]],
  ["no network", { ...at("writing"), link: "offline" }, ["Comets", ["3 of 4 right", "230 points"], "No network: what you write is kept."]],
  ["what waits is said where no sheet says it", { ...at("standings"), waiting: { count: 1 } }, [null, [], "1 answer waits for the network. Keep this page open."]],
  ["what waits at a question is said under the sheet", { ...at("waiting"), waiting: { count: 2 } }, ["Comets", ["3 of 4 right", "230 points"], ""]],
  ["asking instead of hearing is nothing to speak of", { ...at("writing"), link: "polling" }, ["Comets", ["3 of 4 right", "230 points"], ""]],
];

for (const [name, state, [team, figures, note]] of STRIPS) {
  test(`strip: ${name}`, () => {
    const strip = stripOf(state);
    assert.deepEqual([strip.team, strip.figures.map(({ label, value }) => `${value} ${label}`), strip.note], [team, figures, note]);
  });
}

test("alone there is nothing around a question, and when the child is gone there is no strip", () => {
  assert.equal(stripOf(START), null);
  assert.equal(panelOf({ ...START, phase: "finished" }), null);
  assert.equal(stripOf({ ...at("lobby"), phase: "gone" }), null);
});

for (const phase of ["loading", "writing", "kept", "revealed", "feedback", "refused"]) {
  test(`at a question there is no panel: ${phase}`, () => {
    assert.equal(panelOf(at(phase)), null);
  });
}

const PANELS = [
  ["lobby", at("lobby"), "You are in, Zoe.", ["You are with the Comets.", "We fly when your teacher starts."]],
  ["lobby, without the game", at("lobby", PLAIN, { team: null }), "You are in, Zoe.", ["It begins when your teacher starts."]],
  ["between two questions", at("standings"), "3 of 10 done", ["The next question is coming."]],
  ["after the last", at("standings", { number: 10 }), "All questions done", ["Your teacher ends the game in a moment."]],
  ["all done in a race", at("finished"), "You have landed.", ["The others are still flying."]],
  ["all done in a race, without the game", at("finished", PLAIN), "All done.", ["The others are still at work."]],
  ["between two questions, with teams", told("standings"), "3 of 10 done", ["The next question is coming.", "Comets (you) 210, Moons 180."]],
  ["over, and the class has come far", told("over"), "The game is over.", ["Comets (you) 210, Moons 180.", "Your class has reached the Moon."]],
  ["over, without the game, of which nothing is said", told("over", PLAIN), "The game is over.", ["You were with the Comets."]],
  ["over", at("over"), "The game is over.", ["You flew with the Comets."]],
  ["over, without the game", at("over", PLAIN), "The game is over.", ["You were with the Comets."]],
  ["gone", { ...START, phase: "gone" }, "You are not in this game any more.", ["Your teacher can tell you why, and let you back in. What you answered is kept."]],
  ["another child has the seat", { ...START, phase: "gone", seat: "others" }, "Somebody else plays here now.",
    ["Another child has taken a seat on this device. What you answered is kept."]],
  ["nobody has the seat", { ...START, phase: "gone", seat: "empty" }, "You have left your seat.", ["You can come back in with the code. What you answered is kept."]],
];

for (const [name, state, title, said] of PANELS) {
  test(`panel: ${name}`, () => {
    const panel = panelOf(state);
    assert.deepEqual([panel.title, panel.words], [title, said]);
  });
}

test("the journey in words", () => {
  assert.deepEqual(journeyWords(MOON), ["Your class has reached the Moon.", MOON.fact]);
  assert.deepEqual(journeyWords({ reached: [], planet: "Earth", next: "the Moon", fact: "" }),
    ["Your class is on its way to the Moon.", "Every right answer takes the rocket further."]);
});

test("without the game nothing speaks of flying, points, rockets or planets", () => {
  for (const phase of ["lobby", "standings", "finished", "over"]) {
    const { title, words, figures, shows } = panelOf(at(phase, PLAIN));
    const all = [title, ...words, ...figures.map(({ label }) => label), ...shows].join(" ");
    assert.doesNotMatch(all, /fl[ye]w?|land|point|rocket|planet|journey/i, phase);
  }
});
