/**
 * What happens to a child at a question. Pure: `step(state, event)` gives the next state (state.js), and an event
 * that does not fit the moment (a late reading, a second tap) changes nothing.
 *
 * Alone and in a race the child is held on the question until the server has its answer: whether there is another try,
 * and which question comes next, depends on the mark, which only the server knows. Meanwhile the answer is safe here.
 * In a live game that is led, the game says which question it is, and what became of the answer: stages.js.
 */

import { acknowledged, enter } from "./stages.js";
import { again, asking, begin, hasInk, isAtWork, isEditable, isOnItsWay, isPaused, isRead } from "./state.js";

/** @param {import("./state.js").Play} state @param {{type: string}} event @returns {import("./state.js").Play} */
export function step(state, event) {
  return EVENTS[event.type](state, event);
}

const EVENTS = {
  /** The question is being fetched (again). */
  load: (state) => ({ ...state, phase: "loading" }),

  loaded: (state, { next }) => (state.phase === "loading" ? begin(state, next) : state),

  failed: (state) => (state.phase === "loading" ? { ...state, phase: "stuck" } : state),

  /** The page laid ink on the sheet: none, or that of a draft. */
  sheet: (state, { version, strokes }) => ({ ...state, ink: { version, strokes, notice: null } }),

  /** The child changed the ink. */
  ink: (state, { version, strokes, notice }) => (isEditable(state)
    ? { ...rewritten(state), ink: { version, strokes, notice } }
    : state),

  typed: (state, { text }) => (isEditable(state) ? { ...state, typed: text, remark: null } : state),

  mode: (state, { mode }) => (isEditable(state) && !state.asked && (mode === "typed" || state.next.question.drawable)
    ? { ...rewritten(state), mode }
    : state),

  /** "How do I write it?", and enough of it. */
  guide: (state) => ({ ...state, guided: !state.guided }),

  /** The child rests: the ink of this version is being read. */
  idle: (state, { version }) => (mayBeRead(state, version) ? { ...state, phase: "reading", readerAway: false } : state),

  read: (state, { version, reading }) => (isReading(state, version)
    ? { ...state, phase: `read-${reading.decision}`, reading }
    : state),

  unreachable: (state, { version }) => (isReading(state, version)
    ? { ...state, phase: "writing", readerAway: true }
    : state),

  /** "That's not it." */
  doubt: (state) => (state.phase === "read-sure" && state.reading
    ? { ...state, phase: "read-ask", doubted: true, confirmed: null }
    : state),

  /** "Yes, this is 42", before sending. */
  confirm: (state, { text }) => (isRead(state) && !state.asked
    ? { ...state, phase: "read-sure", confirmed: text, doubted: false }
    : state),

  /** An answer, or the word on one that was sent, is handed to the outbox as `row`; leaves: it is left to the teacher. */
  send: (state, { row, leaves = false }) => (isEditable(state)
    ? { ...state, phase: "sending", row, sentVersion: state.ink.version, mine: state.asked ?? row, left: leaves, asked: null }
    : state),

  /** An earlier page handed it over, and it is still here. */
  resent: (state, { row }) => ({ ...state, phase: "waiting", row, sentVersion: state.ink.version }),

  /** It is written down: on the device's disk, or in this page's memory alone. */
  kept: (state, { lasting }) => ({ ...state, waiting: { ...state.waiting, lasting } }),

  /** The network or the server does not take it now. */
  held: (state, { count }) => ({
    ...state,
    phase: isOnItsWay(state) ? "waiting" : state.phase,
    waiting: { ...state.waiting, count },
  }),

  /** So many still wait, now that one does not any more. */
  counted: (state, { count }) => ({ ...state, waiting: { ...state.waiting, count } }),

  /** The server has it, and says what came of it. */
  sent: (state, { row, receipt }) => (isOnItsWay(state) && row === state.row ? answered(state, receipt) : state),

  /** What was not sent when its question went is on its way to the teacher. */
  left: (state, { row }) => ({ ...state, mine: row }),

  /** The server of a led game has it. */
  acknowledged: (state, { row }) => acknowledged(state, row),

  refused: (state, { row, refusal }) => (row === null || row === state.row
    ? { ...state, phase: "refused", row: null, refusal }
    : state),

  /** The child writes again what was refused. */
  mend: (state) => (state.phase === "refused" ? { ...state, phase: "writing", refusal: null, sentVersion: null } : state),

  onward: (state) => (state.phase === "feedback" && !isPaused(state) ? begin(state, state.receipt.next) : state),

  /** How the live game stands. */
  game: (state, { moment }) => (state.phase === "gone" || state.refusal?.code === "other_seat" ? state : enter(state, moment)),

  /** The clock of the live game has run out, on this device. */
  timeup: (state) => ({ ...state, timeUp: true }),

  /** How the game's news come. */
  link: (state, { link }) => ({ ...state, link }),

  /** The child does not play here any more. */
  gone: (state, { seat = "own" }) => ({ ...state, phase: "gone", seat }),
};

const isReading = (state, version) => state.phase === "reading" && version === state.ink.version;
const mayBeRead = (state, version) => state.phase === "writing" && hasInk(state) && version === state.ink.version;

function rewritten(state) {
  return { ...state, phase: "writing", reading: null, readerAway: false, doubted: false, confirmed: null, asked: null };
}

function answered(state, receipt) {
  const { answer, question_done: done, next } = receipt;
  const came = { ...state, receipt, answer, row: null, waiting: { ...state.waiting, count: 0 } };
  if (answer.asks) {
    return asking({ ...came, next }, answer);
  }
  if (answer.mark === "unread" && !done) {
    return again({ ...came, next }, answer);
  }
  const { show_marks: marks } = state.next.assignment;
  if (answer.mark === null || (marks === "end" && next.finished)) {
    return begin(came, next); // marks come at the end, all of them: there is nothing to say but to go on
  }
  return { ...came, phase: "feedback" };
}
