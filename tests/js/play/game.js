/** What the server says of a live game (docs/live.md), for tests of the child's page. */

const ASKED = Object.freeze({ id: 345, number: 3, prompt: [], layout: "line", figure: null, spoken: "7 times 8",
  format: "whole", drawable: true, has_letters: false, demands: "" });

export const ASSIGNMENT = Object.freeze({ id: 12, title: "Times tables", instructions: "", show_marks: "each", tries: 1 });

export function open(phase, rest = {}) {
  const isAsked = phase === "question" || phase === "reveal";
  return {
    game: 5, version: 17, phase, pace: "led", paused: false, locked: false, number: 3, total: 10, seconds: null, closes_in_ms: null,
    question: isAsked ? { ...ASKED } : null, teams: ["Comets", "Moons"], with_game: true, ...rest,
  };
}

export function play(phase, rest = {}, publicly = {}) {
  return {
    version: "17.4", changed: true, public: open(phase, publicly),
    me: { id: 31, name: "Zoe", team: 0, points: 230, right: 3, answered: 4, streak: 2 },
    answer: null, reading: false, late: false, correct_answer: null, teams: [], journey: null, ...rest,
  };
}

/** An answer as a player is told of it: of its mark nothing, until the reveal. */
export function answer(rest = {}) {
  return { id: "u1", question: 345, source: "drawn", text: "54", mark: null, note: "", asks: false, cut_short: false, reading: null, correct_answer: null, hint: "", ...rest };
}
