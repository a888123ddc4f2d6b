/**
 * A child at a question, as an immutable state and its events. Pure: `step(state, event)` gives the next state, and
 * an event that does not fit the moment (a late reading, a second tap) changes nothing.
 *
 * The child is held on the question until the server has its answer: whether there is another try, and which
 * question comes next, depends on the mark, which only the server knows. Meanwhile the answer is safe here.
 *
 * @typedef {"loading" | "stuck" | "writing" | "reading" | "read-sure" | "read-ask" | "read-unread" | "sending"
 *   | "waiting" | "feedback" | "refused" | "finished"} Phase
 *   stuck: the question could not be fetched; waiting: kept here, not yet sent; refused: the server will not take it
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
});

const EDITABLE = new Set(["writing", "reading", "read-sure", "read-ask", "read-unread"]);
const READ = new Set(["read-sure", "read-ask", "read-unread"]);
const ON_ITS_WAY = new Set(["sending", "waiting"]);

/** Whether the sheet may be written on. */
export const isEditable = (state) => EDITABLE.has(state.phase);

export function canSend(state) {
  if (!isEditable(state) || state.asked) {
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
  return READ.has(state.phase) && (state.asked !== null || (state.leavable && hasInk(state)));
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

/** @param {Play} state @param {{type: string}} event @returns {Play} */
export function step(state, event) {
  return EVENTS[event.type](state, event);
}

const EVENTS = {
  /** The question is being fetched (again). */
  load: (state) => ({ ...state, phase: "loading" }),

  loaded: (state, { next }) => begin(state, next),

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
  confirm: (state, { text }) => (READ.has(state.phase) && !state.asked
    ? { ...state, phase: "read-sure", confirmed: text, doubted: false }
    : state),

  /** An answer, or the word on one that was sent, is handed to the outbox as `row`. */
  send: (state, { row }) => (isEditable(state)
    ? { ...state, phase: "sending", row, sentVersion: state.ink.version }
    : state),

  /** An earlier page handed it over, and it is still here. */
  resent: (state, { row }) => ({ ...state, phase: "waiting", row, sentVersion: state.ink.version }),

  /** It is written down: on the device's disk, or in this page's memory alone. */
  kept: (state, { lasting }) => ({ ...state, waiting: { ...state.waiting, lasting } }),

  /** The network or the server does not take it now. */
  held: (state, { count }) => ({
    ...state,
    phase: ON_ITS_WAY.has(state.phase) ? "waiting" : state.phase,
    waiting: { ...state.waiting, count },
  }),

  sent: (state, { row, receipt }) => (ON_ITS_WAY.has(state.phase) && row === state.row ? answered(state, receipt) : state),

  refused: (state, { row, refusal }) => (row === null || row === state.row
    ? { ...state, phase: "refused", row: null, refusal }
    : state),

  /** The child writes again what was refused. */
  mend: (state) => (state.phase === "refused" ? { ...state, phase: "writing", refusal: null, sentVersion: null } : state),

  onward: (state) => (state.phase === "feedback" ? begin(state, state.receipt.next) : state),
};

const hasInk = (state) => state.mode === "drawn" && state.ink.strokes > 0;
const isReading = (state, version) => state.phase === "reading" && version === state.ink.version;
const mayBeRead = (state, version) => state.phase === "writing" && hasInk(state) && version === state.ink.version;

function rewritten(state) {
  return { ...state, phase: "writing", reading: null, readerAway: false, doubted: false, confirmed: null, asked: null };
}

/** A clean sheet for the question that comes next; on it, what is still open about its last answer. */
function begin(state, next) {
  const fresh = { ...state, ...FRESH, next, waiting: state.waiting };
  if (next.finished) {
    return { ...fresh, phase: "finished" };
  }
  const { drawable, last } = next.question;
  const mode = drawable ? state.mode : "typed";
  const begun = { ...fresh, phase: "writing", mode, sheet: state.sheet + 1, leavable: last?.mark === "unread" && !last.asks };
  return last?.asks ? asking(begun, last) : begun;
}

function answered(state, receipt) {
  const { answer, question_done: done, next } = receipt;
  const came = { ...state, receipt, row: null, waiting: { ...state.waiting, count: 0 } };
  if (answer.asks) {
    return asking({ ...came, next }, answer);
  }
  if (answer.mark === "unread" && !done && state.mode === "typed") {
    return { ...came, next, phase: "writing", remark: answer.note };
  }
  if (answer.mark === "unread" && !done) {
    return { ...came, next, phase: "read-unread", reading: answer.reading, leavable: true, confirmed: null };
  }
  const { show_marks: marks } = state.next.assignment;
  if (answer.mark === null || (marks === "end" && next.finished)) {
    return begin(came, next); // marks come at the end, all of them: there is nothing to say but to go on
  }
  return { ...came, phase: "feedback" };
}

function asking(state, answer) {
  return { ...state, phase: "read-ask", mode: "drawn", reading: answer.reading, asked: answer.id, doubted: false, confirmed: null };
}
