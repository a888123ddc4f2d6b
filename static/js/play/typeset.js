/**
 * A prompt set as a schoolbook would: fractions stacked, brackets close, a sign with its number. Pure.
 * `quizzes/templatetags/typeset.py` does the same on the server; tests/golden/typeset.json holds both to it.
 *
 * @typedef {{kind: string, text: string, variant: string, whole: string, top: string, bottom: string}} Piece
 *   variant: the end of a class name, or ""; top and bottom where it is a fraction
 */

const FRACTION = /^(−?)(?:(\d+) )?(\d+)\/(\d+)$/;

/** @param {{kind: string, text: string}[]} prompt @returns {Piece[]} */
export function typeset(prompt) {
  const pieces = [];
  for (const { kind, text } of prompt) {
    pieces.push(pieceOf(kind, text, pieces.at(-1)));
  }
  return pieces;
}

function pieceOf(kind, text, before) {
  const plain = { kind, text, variant: "", whole: "", top: "", bottom: "" };
  if (kind === "bracket") {
    return { ...plain, variant: text === "(" ? "open" : "close" };
  }
  if (kind === "operator" && opens(before)) {
    return { ...plain, variant: "sign" };
  }
  const [, sign, whole, top, bottom] = (kind === "number" && FRACTION.exec(text)) || [];
  return top ? { ...plain, whole: sign + (whole ?? ""), top, bottom } : plain;
}

/** Whether a sign that follows stands before a number, rather than between two. */
function opens(before) {
  return !before || before.variant === "open" || before.kind === "operator" || before.kind === "relation";
}
