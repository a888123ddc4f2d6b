/**
 * What is said when an answer has come back, and what the one large button does. Pure.
 *
 * @typedef {{mark: "right" | "wrong" | "unread", title: string, note: string, correct: string | null}} Feedback
 * @typedef {{label: string, action: string, enabled: boolean}} Primary
 */

import { mirroredNote } from "./doubt.js";
import { canSend } from "./machine.js";

/** `quizzes.rules.marking` begins every note on a right answer so. */
const SAID_BY_THE_STAMP = /^Yes, that is right\.\s*/;

/**
 * A digit that is turned round is said here only where the answer was sent before the caption could say it.
 *
 * @returns {Feedback | null}
 */
export function feedbackOf(state) {
  if (state.phase !== "feedback") {
    return null;
  }
  const { answer, tries_left: left, question_done: done } = state.receipt;
  const { mark, note, correct_answer: correct, hint } = answer;
  if (mark === "right") {
    const notes = [note.replace(SAID_BY_THE_STAMP, ""), state.reading ? "" : mirroredNote(answer.reading)];
    return { mark, title: "Right", note: notes.filter(Boolean).join(" "), correct: null };
  }
  if (mark === "unread") {
    return { mark, title: note || "Your teacher will look at this one.", note: "", correct: null };
  }
  if (done) {
    return { mark, title: "Not this time.", note: hint, correct };
  }
  return { mark, title: note || "Have another look.", note: triesLeft(left), correct };
}

export function triesLeft(left) {
  return left === 1 ? "One try left." : `${left} tries left.`;
}

/** @param {import("./machine.js").Play} state @returns {Primary} */
export function primaryOf(state) {
  switch (state.phase) {
    case "stuck":
      return { label: "Try again", action: "load", enabled: true };
    case "sending":
      return { label: "Sending …", action: "send", enabled: false };
    case "waiting":
      return { label: "Send now", action: "hurry", enabled: true };
    case "feedback":
      return { label: onward(state.receipt), action: "onward", enabled: true };
    case "refused":
      return REFUSED[state.refusal.code] ?? { label: "Write again", action: "mend", enabled: true };
    default:
      return { label: "Send", action: "send", enabled: canSend(state) };
  }
}

/** What helps depends on why: the codes are those of `quizzes.services.refusals` and `quizzes.api`. */
const REFUSED = {
  done: { label: "Go on", action: "load", enabled: true },
  not_found: { label: "Go on", action: "load", enabled: true },
  closed: { label: "Back to my quizzes", action: "home", enabled: true },
  csrf: { label: "Reload the page", action: "reload", enabled: true },
  no_seat: { label: "Take my seat again", action: "home", enabled: true },
  other_seat: { label: "Leave this page", action: "home", enabled: true },
};

function onward({ question_done: done, next }) {
  if (!done) {
    return "Try again";
  }
  return next.finished ? "Finish" : "Next";
}
