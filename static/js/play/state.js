/**
 * A child at a question as an immutable value: its parts, what may be done with it, and how it begins. Pure; what
 * happens to it is machine.js, and stages.js where it is a live game.
 *
 * @typedef {"loading" | "stuck" | "writing" | "reading" | "read-sure" | "read-ask" | "read-unread" | "sending"
 *   | "waiting" | "feedback" | "refused" | "finished"
 *   | "lobby" | "kept" | "revealed" | "standings" | "over" | "gone"} Phase
 *   stuck: the question could not be fetched; waiting: kept here, not yet sent; refused: the server will not take it.
 *   Of a live game alone: lobby: it has not begun; kept: the answer is in, the others still write; revealed: the right
 *   answer is known; standings: between two questions; over; gone: the child does not play here any more
 *
 * @typedef {object} Play
 * @property {Phase} phase
 * @property {object | null} next       what the API calls Next: assignment, progress, question
 * @property {number} sheet             counts the sheets begun: a new number asks for a clean one
 * @property {"drawn" | "typed"} mode
 * @property {boolean} guided           the child wants to be shown how an answer is written, from here on
 * @property {{version: number, strokes: number, notice: string | null}} ink
 * @property {string} typed
 * @property {string | null} remark     why what was typed is no answer; until it is changed
 * @property {object | null} reading    of the present ink
 * @property {boolean} readerAway       the present ink could not be shown to the reader; it can be sent all the same
 * @property {boolean} doubted          the child said "that's not it"
 * @property {string | null} confirmed  the text that the child agreed to
 * @property {string | null} asked      the id of the answer that was sent and awaits the child's word
 * @property {boolean} leavable         an answer to this question was sent and could not be read
 * @property {number | null} sentVersion  the ink that was sent last: the same is not sent twice
 * @property {string | null} row        what the outbox calls that which is on its way
 * @property {{count: number, lasting: boolean}} waiting
 * @property {object | null} receipt
 * @property {{detail: string, code: string} | null} refusal
 * @property {import("./moment.js").Moment | null} moment  how the live game stood last; null where there is none
 * @property {"live" | "polling" | "offline"} link  how the game's news come
 * @property {"own" | "others" | "empty"} seat  whose the seat of this device is, where the child does not play any more
 * @property {boolean} timeUp           the question's time is over: nothing more is written
 * @property {string | null} mine       the last answer to this question that this page sent
 * @property {boolean} left             that one was left to the teacher
 * @property {string | null} told       what was last heard of an answer to this question: the same changes nothing
 * @property {object | null} answer     the last answer to this question that the server told of
 */

const FRESH = Object.freeze({
  ink: Object.freeze({ version: 0, strokes: 0, notice: null }),
  typed: "",
  remark: null,
  reading: null,
  readerAway: false,
  doubted: false,
  confirmed: null,
  asked: null,
  leavable: false,
  sentVersion: null,
  row: null,
  receipt: null,
  refusal: null,
  timeUp: false,
  mine: null,
  left: false,
  told: null,
  answer: null,
});

/** @type {Play} */
export const START = Object.freeze({
  ...FRESH,
  phase: "loading",
  next: null,
  sheet: 0,
  mode: "drawn",
  guided: false,
  waiting: Object.freeze({ count: 0, lasting: true }),
  moment: null,
  link: "live",
  seat: "own",
});

const AT_WORK = new Set(["writing", "reading", "read-sure", "read-ask", "read-unread"]);
const READ = new Set(["read-sure", "read-ask", "read-unread"]);
const ON_ITS_WAY = new Set(["sending", "waiting"]);

/** Whether the child has the question in hand. */
export const isAtWork = (state) => AT_WORK.has(state.phase);

export const isRead = (state) => READ.has(state.phase);

export const isOnItsWay = (state) => ON_ITS_WAY.has(state.phase);

/** Whether the live game stands still. */
export const isPaused = (state) => state.moment?.game.paused ?? false;

/** Whether the sheet may be written on. */
export const isEditable = (state) => isAtWork(state) && !isPaused(state) && !state.timeUp;

export const hasInk = (state) => state.mode === "drawn" && state.ink.strokes > 0;

export const canSend = (state) => isEditable(state) && isUnsent(state);

/** Whether there is an answer that nobody was given yet. */
export function isUnsent(state) {
  if (!isAtWork(state) || state.asked) {
    return false;
  }
  if (state.mode === "typed") {
    return state.typed.trim() !== "" && state.remark === null;
  }
  return hasInk(state) && state.ink.version !== state.sentVersion;
}

/** Whether the answer may be left to the teacher: once the reader, or what is asked for, has had its chance. */
export function canLeave(state) {
  if (state.mode === "typed" && state.asked === null) {
    return state.phase === "writing" && state.remark !== null;
  }
  return isRead(state) && (state.asked !== null || (state.leavable && hasInk(state)));
}

/** The body of an answer, as the API takes it. */
export function answerOf(state, id, strokes) {
  const drawn = state.mode === "drawn";
  return {
    id,
    question: state.next.question.id,
    strokes: drawn ? strokes : null,
    typed: drawn ? null : state.typed.trim(),
    confirmed: state.confirmed,
  };
}

/** A clean sheet for the question that comes next; on it, what is still open about its last answer. */
export function begin(state, next) {
  const fresh = { ...state, ...FRESH, next, waiting: state.waiting };
  if (next.finished) {
    return { ...fresh, phase: "finished" };
  }
  const { drawable, last } = next.question;
  const mode = drawable ? state.mode : "typed";
  const begun = { ...fresh, phase: "writing", mode, sheet: state.sheet + 1, leavable: last?.mark === "unread" && !last.asks };
  return last?.asks ? asking(begun, last) : begun;
}

/** "Is this 42?" of an answer that was sent. */
export function asking(state, answer) {
  return { ...state, phase: "read-ask", mode: "drawn", reading: answer.reading, asked: answer.id, doubted: false, confirmed: null };
}

/** What was sent could not be read: it is written again, or typed so that it is an answer. */
export function again(state, answer) {
  return state.mode === "typed"
    ? { ...state, phase: "writing", remark: answer.note }
    : { ...state, phase: "read-unread", reading: answer.reading, leavable: true, confirmed: null };
}
