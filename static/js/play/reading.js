/**
 * What is said about the ink, and what the child may answer. Pure: the state of play in, words and choices out.
 *
 * @typedef {{kind: "words" | "number", text: string}} Piece
 * @typedef {{action: "doubt" | "confirm" | "rewrite" | "leave", label: string, text?: string}} Choice
 * @typedef {{tone: "empty" | "writing" | "reading" | "sure" | "ask" | "unread" | "error",
 *            pieces: Piece[], choices: Choice[]}} Caption
 */

import { canLeave } from "./machine.js";

const WRITE_AGAIN = "Write it again, large and clear.";
const MOST_ALTERNATIVES = 2; // with the other choices they fit one line of a phone
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** @param {import("./machine.js").Play} state @returns {Caption} */
export function captionOf(state) {
  return (CAPTIONS[state.phase] ?? silent)(state);
}

/**
 * The reading's glyphs, each with whether it is the one that is in doubt.
 *
 * The reader gives alternatives for the whole text; where they all differ from it in the same one place, that place
 * is what is doubtful. Glyphs that could not be read have no text.
 */
export function markedGlyphs(reading) {
  const doubtful = reading.decision === "sure" ? -1 : doubtfulPlace(reading);
  return reading.glyphs.map((glyph, place) => ({ ...glyph, doubtful: place === doubtful }));
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
};

function writing(state) {
  const { mode, ink, readerAway, typed, remark } = state;
  if (mode === "typed" && remark) {
    return { ...say("unread", remark), choices: leaveChoice(state) };
  }
  if (mode === "typed") {
    return typed ? say("writing", "") : say("empty", "Type your answer.");
  }
  if (ink.notice === "full") {
    return say("ask", "The sheet is full. Take something back, or clear it.");
  }
  if (ink.strokes === 0) {
    return say("empty", "Write your answer on the sheet.");
  }
  return say("writing", readerAway ? "I can't look at it now. You can send it all the same." : "");
}

function sure({ reading, confirmed }) {
  const text = confirmed ?? reading.text;
  return {
    tone: "sure",
    pieces: [words(confirmed === null ? "I read" : "You wrote"), number(text)],
    choices: confirmed === null ? [{ action: "doubt", label: "That's not it" }] : [REWRITE],
  };
}

function ask(state) {
  const { reading, doubted } = state;
  const others = reading.alternatives.slice(0, MOST_ALTERNATIVES).map(([text]) => option(text, text));
  const which = doubtfulName(reading);
  if (doubted) {
    const instead = others.length ? "What is it, then?" : WRITE_AGAIN;
    return { tone: "ask", pieces: [words(instead)], choices: [...others, REWRITE] };
  }
  return {
    tone: "ask",
    pieces: [words("Is this"), number(reading.text), words(which ? `? I am not sure of the ${which}.` : "?")],
    choices: [option("Yes", reading.text), ...others, REWRITE, ...leaveChoice(state)],
  };
}

function unread(state) {
  const which = doubtfulName(state.reading);
  return {
    tone: "unread",
    pieces: [words(`I can't read ${which ? `the ${which}` : "this"} yet. ${WRITE_AGAIN}`)],
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

/** "second digit", "first sign"; null where no one place stands out, or there is only one. */
function doubtfulName(reading) {
  const glyphs = reading?.glyphs ?? [];
  const place = reading ? doubtfulPlace(reading) : -1;
  if (place < 0 || glyphs.length < 2) {
    return null;
  }
  const isSign = (glyph) => /[^0-9]/.test(glyph.text);
  const alike = glyphs.filter((glyph) => isSign(glyph) === isSign(glyphs[place]));
  const kind = isSign(glyphs[place]) ? "sign" : "digit";
  const ordinal = ORDINALS[alike.indexOf(glyphs[place])];
  return alike.length === 1 ? kind : ordinal && `${ordinal} ${kind}`;
}

function doubtfulPlace({ text, alternatives, glyphs }) {
  const blank = glyphs.flatMap((glyph, place) => (glyph.text ? [] : [place]));
  if (blank.length) {
    return blank.length === 1 ? blank[0] : -1;
  }
  const symbols = [...text.replaceAll(" ", "")];
  const rivals = alternatives.map(([other]) => [...other.replaceAll(" ", "")]);
  if (!rivals.length || symbols.length !== glyphs.length || rivals.some((rival) => rival.length !== symbols.length)) {
    return -1;
  }
  const places = symbols.flatMap((symbol, place) => (rivals.some((rival) => rival[place] !== symbol) ? [place] : []));
  return places.length === 1 ? places[0] : -1;
}
