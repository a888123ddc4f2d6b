/**
 * What is said about the ink, and what the child may answer. Pure: the state of play in, words and choices out.
 *
 * @typedef {{kind: "words" | "number" | "example", text: string}} Piece
 * @typedef {{action: "doubt" | "confirm" | "rewrite" | "leave", label: string, text?: string}} Choice
 * @typedef {{tone: "empty" | "writing" | "reading" | "sure" | "ask" | "unread" | "error",
 *            pieces: Piece[], choices: Choice[]}} Caption
 */

import { doubtfulPlace, mirroredNote, nameOf, questionOf } from "./doubt.js";
import { guideOf } from "./guides.js";
import { canLeave, hasInk, isAtWork, isPaused } from "./state.js";
import { inLine } from "./typeset.js";

const WRITE_AGAIN = "Write it again, large and clear.";
const BEFORE = new Set(["loading", "stuck"]);
const MOST_ALTERNATIVES = 2; // with the other choices they fit one line of a phone

/**
 * @param {import("./state.js").Play} state
 * @param {string} decimalSign  the classroom's
 * @returns {Caption}
 */
export function captionOf(state, decimalSign = ".") {
  return halted(state) ?? (CAPTIONS[state.phase] ?? silent)(state, decimalSign);
}

/**
 * The reading's glyphs, each with whether it is the one that is in doubt.
 *
 * Their texts are as the class writes them. What was not read has none: nobody takes a guess for a reading.
 */
export function markedGlyphs(reading, decimalSign = ".") {
  const doubtful = doubtfulPlace(reading);
  const shown = (text) => (text === "." ? decimalSign : inLine(text));
  return reading.glyphs.map((glyph, place) => ({
    ...glyph,
    text: reading.decision === "unread" ? "" : shown(glyph.text),
    doubtful: place === doubtful,
  }));
}

const CAPTIONS = {
  loading: () => say("writing", "One moment …"),
  stuck: () => say("ask", "I can't reach the classroom. Is this device online?"),
  writing,
  reading: () => say("reading", "I am reading"),
  "read-sure": sure,
  "read-ask": ask,
  "read-unread": unread,
  sending: () => say("writing", "Sending …"),
  waiting,
  refused: ({ refusal }) => say("error", refusal.detail),
  kept,
  revealed: ({ moment }) => say("writing", moment.correct === null ? "Let us see …" : ""),
};

/** Nothing can be written: the game stands still, or the question's time is over. */
function halted(state) {
  if (isPaused(state) && (isAtWork(state) || BEFORE.has(state.phase))) {
    return say("writing", "A short break. Your teacher goes on in a moment.");
  }
  if (!state.timeUp || !isAtWork(state)) {
    return null;
  }
  const written = hasInk(state) || state.typed.trim() !== "";
  return say("writing", written ? "Time is up. Your teacher sees what you wrote." : "Time is up. Let us see …");
}

/** It is in. What it comes to is told to all at once. */
function kept(state) {
  if (state.left) {
    return say("writing", "It's in! Your teacher will look at it.");
  }
  const { text, own } = takenAs(state);
  return text
    ? { tone: "sure", pieces: [words(`It's in! ${own ? "You wrote" : "I read"}`), number(text), words(". Now the others.")], choices: [] }
    : say("writing", "It's in! Now the others.");
}

/** What was sent, as far as the page knows; own: by the child's word, and not by the reader's. */
function takenAs({ answer, confirmed, reading, mode, typed }) {
  if (answer) {
    return { text: answer.text, own: answer.source === "typed" || confirmed !== null };
  }
  if (mode === "typed") {
    return { text: typed.trim(), own: true };
  }
  return confirmed ? { text: confirmed, own: true } : { text: reading?.decision === "sure" ? reading.text : "", own: false };
}

function writing(state, decimalSign) {
  const { mode, ink, readerAway, remark } = state;
  if (mode === "typed" && remark) {
    return { ...say("unread", remark), choices: leaveChoice(state) };
  }
  if (mode === "typed") {
    return typing(state, decimalSign);
  }
  if (ink.notice === "full") {
    return say("ask", "The sheet is full. Take something back, or clear it.");
  }
  if (readerAway) {
    return say("writing", "I can't look at it now. You can send it all the same.");
  }
  const guide = state.guided && guideOf(state.next.question, decimalSign);
  if (guide) {
    return { tone: "guide", pieces: [{ kind: "example", text: guide.example }, words(guide.sentence)], choices: [] };
  }
  return ink.strokes === 0 ? inviting("Write your answer on the sheet", state, decimalSign) : say("writing", "");
}

function typing(state, decimalSign) {
  return state.typed ? say("writing", "") : inviting("Type your answer", state, decimalSign);
}

/** With an example where a child could not tell from the question alone: 17 ÷ 5 = □ may ask for 3.4 or for 3 r 2. */
function inviting(invitation, { next }, decimalSign) {
  const guide = guideOf(next.question, decimalSign);
  return say("empty", guide ? `${invitation}, like ${inLine(guide.typed)}` : `${invitation}.`);
}

function sure({ reading, confirmed }) {
  const text = confirmed ?? reading.text;
  const mirrored = mirroredNote(reading);
  return {
    tone: "sure",
    pieces: [words(confirmed === null ? "I read" : "You wrote"), number(text), ...(mirrored ? [words(`. ${mirrored}`)] : [])],
    choices: confirmed === null ? [{ action: "doubt", label: "That's not it" }] : [REWRITE],
  };
}

function ask(state, decimalSign) {
  const { reading, doubted } = state;
  const others = reading.alternatives.slice(0, MOST_ALTERNATIVES).map(([text]) => option(text, text));
  if (doubted) {
    const instead = others.length ? "What is it, then?" : WRITE_AGAIN;
    return { tone: "ask", pieces: [words(instead)], choices: [...others, REWRITE] };
  }
  return {
    tone: "ask",
    pieces: [words("Is this"), number(reading.text), words(`? ${questionOf(reading, decimalSign)}`.trim())],
    choices: [option("Yes", reading.text), ...others, REWRITE, ...leaveChoice(state)],
  };
}

function unread(state, decimalSign) {
  const { reading } = state;
  const place = reading ? doubtfulPlace(reading) : -1;
  const name = place < 0 ? null : nameOf(reading, place, decimalSign);
  return {
    tone: "unread",
    pieces: [words(`I can't read ${name ? `the ${name}` : "this"} yet. ${WRITE_AGAIN}`)],
    choices: [REWRITE, ...leaveChoice(state)],
  };
}

function waiting({ waiting: { count, lasting } }) {
  const where = lasting ? "Your answer is safe on this device." : "Keep this page open: your answer is not sent yet.";
  const many = `${count || 1} ${count > 1 ? "answers" : "answer"} waiting for the network.`;
  return say("writing", `${where} ${many}`);
}

const REWRITE = Object.freeze({ action: "rewrite", label: "Write again" });

const silent = () => say("writing", "");
const say = (tone, text) => ({ tone, pieces: text ? [words(text)] : [], choices: [] });
const words = (text) => ({ kind: "words", text });
const number = (text) => ({ kind: "number", text });
const option = (label, text) => ({ action: "confirm", label, text });
const leaveChoice = (state) => (canLeave(state) ? [{ action: "leave", label: "Leave it for my teacher" }] : []);
