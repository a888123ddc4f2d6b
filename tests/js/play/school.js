/** What the server says, for tests of the page: questions, readings, receipts. */

export const QUESTION = Object.freeze({
  id: 345, number: 4, prompt: [], spoken: "7 times 8", format: "whole", drawable: true, tries_left: 2, last: null,
});

export function next(question = {}, rest = {}) {
  return {
    assignment: { id: 12, title: "Times tables", instructions: "", show_marks: "each", tries: 2 },
    progress: { answered: 3, total: 10 },
    question: { ...QUESTION, ...question },
    finished: false,
    ...rest,
  };
}

export const FINISHED = next({}, { question: null, finished: true });

/** A glyph for each text; all are clear, save those whose confidence is given. */
export function reading(text, decision, alternatives = [], glyphTexts = [...text.replaceAll(" ", "")], confidences = []) {
  const glyphs = glyphTexts.map((glyph, i) => ({
    text: glyph, strokes: [i], box: [i * 100, 0, i * 100 + 80, 120], confidence: confidences[i] ?? 0.99, mirrored: false,
  }));
  const confidence = { sure: 0.97, ask: 0.6, unread: 0.1 }[decision];
  return { text, confidence, decision, alternatives: alternatives.map((other) => [other, 0.05]), glyphs, weights: "w" };
}

/** The same reading with these digits written the wrong way round. */
export function turned(read, digits) {
  return { ...read, glyphs: read.glyphs.map((glyph) => ({ ...glyph, mirrored: digits.includes(glyph.text) })) };
}

export function receipt(answer = {}, rest = {}) {
  return {
    answer: {
      id: "u1", question: 345, source: "drawn", text: "54", mark: "wrong", note: "", asks: false, cut_short: false, reading: null,
      correct_answer: null, hint: "", ...answer,
    },
    question_done: true,
    tries_left: 1,
    next: next({ id: 346, number: 5 }),
    ...rest,
  };
}
