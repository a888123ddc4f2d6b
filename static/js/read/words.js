/** What the page about the reader says. Pure: a reading in, words out. */

/** How a sign is named where it stands alone. */
const NAMES = { junk: "none", "-": "−" };

/** Odds of another text that are worth saying. */
const LEAST_SAID = 0.01;

const STAGES = [
  ["groups", "Finding symbols"],
  ["render", "Drawing them"],
  ["net", "The net"],
  ["decode", "Weighing"],
  ["whole", "All together"],
];

/** @returns {import("../play/reading.js").Caption} */
export function captionFor(reading) {
  const said = { tone: reading.decision, choices: [] };
  if (reading.decision === "unread") {
    return { ...said, pieces: [{ kind: "words", text: "I can't read this. In a quiz I would ask for it again." }] };
  }
  const [before, after] = reading.decision === "ask" ? ["Is this", "? In a quiz I would ask."] : ["I read", `. I am ${percent(reading.confidence)} sure.`];
  return {
    ...said,
    pieces: [{ kind: "words", text: before }, { kind: "number", text: spaced(reading.text) }, { kind: "words", text: after }],
  };
}

/** "47 (1.2 %), or 12 (1.0 %)": what else it may be; "" where nothing is worth saying. */
export function alternativesOf({ alternatives }) {
  return alternatives.filter(([, odds]) => odds >= LEAST_SAID).map(([text, odds]) => `${spaced(text)} (${percent(odds)})`).join(", or ");
}

/** A sum with room around its signs; a sign before a number stays with it. Other answers as they are. */
export function spaced(text) {
  if (!/[+×÷=<>]|[0-9)]-/.test(text) || text.length < 2) {
    return text;
  }
  return text
    .replaceAll(" ", "")
    .replace(/([0-9)])([-+×÷])/g, "$1 $2 ")
    .replace(/[=<>]/g, " $& ")
    .trimEnd();
}

/** Odds for people: 0.9876 is "98.8 %", and nothing is quite certain. */
export function percent(odds) {
  if (odds > 0.999) {
    return "over 99.9 %";
  }
  return odds < 0.001 ? "< 0.1 %" : `${(odds * 100).toFixed(1)} %`;
}

export const nameOf = (label) => NAMES[label] ?? label;

/** @returns {[string, string][]} each stage with its time */
export function timesOf(milliseconds) {
  return STAGES.map(([stage, name]) => [name, `${milliseconds[stage].toFixed(1)} ms`]);
}
