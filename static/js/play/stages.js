/**
 * A child in a live game, from stage to stage. Pure: a moment of the game in, the next state out.
 *
 * The game says which question it is and what became of an answer, and says it more than once and not always at once:
 * what is old, or was heard before, takes nothing from the child that was written since.
 */

import { again, asking, begin, isAtWork, isOnItsWay } from "./state.js";

/** @param {import("./state.js").Play} state @param {import("./moment.js").Moment} moment */
export function enter(state, moment) {
  const game = { ...moment.game, clock: soonest(state, moment) };
  const now = { ...moment, game };
  return STAGES[moment.stage]({ ...state, moment: now, timeUp: state.timeUp && isOver(game.clock, moment.now) }, now);
}

/** The server has kept the answer; what it comes to, the game tells. */
export function acknowledged(state, row) {
  return isOnItsWay(state) && row === state.row
    ? taken({ ...state, phase: "kept", row: null, waiting: { ...state.waiting, count: 0 } }, state.moment)
    : state;
}

const STAGES = {
  lobby: (state) => ({ ...state, phase: "lobby" }),
  question: (state, moment) => taken(at(state, moment), moment),
  reveal: revealed,
  standings: (state) => ({ ...state, phase: "standings" }),
  flying: (state) => (state.phase === "lobby" ? { ...state, phase: "loading" } : state),
  over: (state) => ({ ...state, phase: "over" }),
};

const BETWEEN = new Set(["loading", "stuck", "lobby", "standings", "over"]);

/** At the moment's question: where the child is already, or with a clean sheet. */
function at(state, { next }) {
  const here = state.next?.question?.id === next.question.id && !BETWEEN.has(state.phase);
  return here ? state : begin(state, next);
}

/** What has become of the answer to the question that is being asked. */
function taken(state, { answer, kept }) {
  if (answer) {
    return heard(state, answer);
  }
  return kept && isAtWork(state) ? { ...state, phase: "kept" } : state;
}

function heard(state, answer) {
  const told = `${answer.id} ${answer.asks} ${answer.mark}`;
  if (told === state.told || isOnItsWay(state) || isOlder(state, answer)) {
    return state;
  }
  const came = { ...state, told, answer, mine: answer.id, refusal: null };
  if (answer.asks) {
    return asking(came, answer);
  }
  return answer.mark === "unread" && !state.left ? again(typedOrDrawn(came, answer), answer) : { ...came, phase: "kept" };
}

/** The game speaks of an answer that could not be read, and the child has sent another since. */
function isOlder({ mine }, { id, mark, asks }) {
  return mine !== null && mine !== id && (mark === "unread" || asks);
}

/** After a reload the page begins with the sheet; the answer may have been typed. */
function typedOrDrawn(state, { source }) {
  return source === "typed" ? { ...state, mode: "typed" } : state;
}

/** Whatever is on its way still goes; what is on the sheet stays to look at. */
function revealed(state, moment) {
  const here = at(state, moment);
  const answer = moment.answer ?? here.answer;
  return { ...here, phase: "revealed", row: null, asked: null, answer, reading: here.reading ?? answer?.reading ?? null };
}

/** How late a message came makes the end of the clock seem later: of one clock, the earliest is the truest. */
function soonest({ moment: before }, { stage, game }) {
  const { clock, number } = game;
  const same = before?.stage === stage && before.game.number === number && before.game.clock.closesAt !== null;
  return same && clock.closesAt !== null ? { ...clock, closesAt: Math.min(clock.closesAt, before.game.clock.closesAt) } : clock;
}

const isOver = ({ closesAt }, now) => closesAt !== null && closesAt <= now;
