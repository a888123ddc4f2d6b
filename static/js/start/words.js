/** What the start page says about a number that somebody tried. Pure. */

/** @returns {import("../play/reading.js").Caption} */
export function captionFor(reading) {
  if (reading.decision === "unread") {
    return caption("unread", "I can't read that one yet. A little larger?");
  }
  const [before, after] = reading.decision === "ask" ? ["Is this", "? I would ask."] : ["I read", remark(reading.text)];
  return {
    tone: reading.decision,
    pieces: [{ kind: "words", text: before }, { kind: "number", text: reading.text }, { kind: "words", text: after }],
    choices: [],
  };
}

/** @returns {import("../play/reading.js").Caption} */
export function caption(tone, text) {
  return { tone, pieces: [{ kind: "words", text }], choices: [] };
}

/** Something true about the number, where there is something short to say. */
export function remark(text) {
  const number = Number(text);
  if (number === 8) {
    return ": as many as there are planets.";
  }
  if (number > 9 && text === [...text].reverse().join("")) {
    return ": the same from both ends.";
  }
  if (number > 1 && Number.isInteger(Math.sqrt(number))) {
    const root = Math.sqrt(number);
    return `: that is ${root} × ${root}.`;
  }
  if (number > 9999) {
    return ": a large one!";
  }
  return ". Another?";
}
