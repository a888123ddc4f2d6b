/**
 * Prompts and answers set as a schoolbook would: fractions stacked, a true minus, the classroom's decimal sign. Pure.
 * `quizzes/templatetags/typeset.py` does the same on the server; tests/golden/typeset.json and lines.json hold both to it.
 *
 * @typedef {{kind: string, text: string, variant: string, whole: string, top: string, bottom: string}} Piece
 *   variant: the end of a class name, or ""; top and bottom where it is a fraction
 */

const NUMBER = /^-?[$£€]?[0-9 /]*(\.[0-9]+)?$/;
const FRACTION = /^(−?)(?:(\d+) )?(\d+)\/(\d+)$/;

/** Canonical text in one line: `-0.5` as `−0.5`, or with a comma `−0,5`. Words stay as they are. */
export function inLine(text, decimalSign = ".") {
  return NUMBER.test(text) ? text.replace("-", "−").replace(".", decimalSign) : text;
}

/** @param {{kind: string, text: string}[]} prompt @returns {Piece[]} */
export function typeset(prompt, decimalSign = ".") {
  const pieces = [];
  for (const { kind, text } of prompt) {
    pieces.push(pieceOf(kind, text, pieces.at(-1), decimalSign));
  }
  return pieces;
}

function pieceOf(kind, text, before, decimalSign) {
  const plain = { kind, text, variant: "", whole: "", top: "", bottom: "" };
  if (kind === "bracket") {
    return { ...plain, variant: text === "(" ? "open" : "close" };
  }
  if (kind === "operator" && opens(before)) {
    return { ...plain, variant: "sign" };
  }
  return kind === "number" ? { ...plain, ...numberOf(inLine(text, decimalSign)) } : plain;
}

function numberOf(text) {
  const [, sign, whole, top, bottom] = FRACTION.exec(text) ?? [];
  return top ? { text, whole: sign + (whole ?? ""), top, bottom } : { text };
}

/** Whether a sign that follows stands before a number, rather than between two. */
function opens(before) {
  return !before || before.variant === "open" || before.kind === "operator" || before.kind === "relation";
}
