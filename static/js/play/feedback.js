/**
 * What is said when an answer has come back, and what the one large button does. Pure.
 *
 * @typedef {{mark: "right" | "wrong" | "unread" | "silent", title: string, note: string, correct: string | null}} Feedback
 * @typedef {{label: string, action: string, enabled: boolean}} Primary
 */

import { mirroredNote } from "./doubt.js";
import { canSend, isPaused } from "./state.js";

/** `quizzes.rules.marking` begins every note on a right answer so. */
const SAID_BY_THE_STAMP = /^Yes, that is right\.\s*/;

/**
 * A digit that is turned round is said here only where the answer was sent before the caption could say it.
 *
 * @returns {Feedback | null}
 */
export function feedbackOf(state) {
  return { feedback: marked, revealed }[state.phase]?.(state) ?? null;
}

/** Of an answer that was marked for this child alone. */
function marked(state) {
  const { answer, tries_left: left, question_done: done } = state.receipt;
  const { mark, note, correct_answer: correct, hint } = answer;
  if (mark === "right") {
    return isRight(answer, state.reading);
  }
  if (mark === "unread") {
    return { mark, title: note || "Your teacher will look at this one.", note: "", correct: null };
  }
  if (done) {
    return { mark, title: "Not this time.", note: hint, correct };
  }
  return { mark, title: note || "Have another look.", note: triesLeft(left), correct };
}

/** Of a live game's question, when everybody may know the right answer; before, there is nothing to say. */
function revealed({ moment: { correct, kept, late }, answer, reading, mine }) {
  if (correct === null) {
    return null;
  }
  if (kept) {
    return { mark: "silent", title: "I am still reading yours.", note: "", correct };
  }
  if (late && !answer?.cut_short) {
    return { mark: "unread", title: "Your answer came late.", note: "Your teacher sees what you wrote.", correct };
  }
  if (answer === null) {
    return mine === null
      ? { mark: "silent", title: "No answer this time.", note: "", correct }
      : { mark: "silent", title: "Your answer is on its way.", note: "Your teacher will see it.", correct };
  }
  switch (answer.mark) {
    case "right":
      return isRight(answer, reading);
    case "wrong":
      return { mark: "wrong", title: "Have another look.", note: answer.hint, correct };
    default:
      return { mark: "unread", ...whyUnread(answer), correct };
  }
}

/** What went by itself when the question did may be half an answer, so that it is never wrong; nor is the child late. */
function whyUnread({ cut_short: cutShort }) {
  return cutShort
    ? { title: "Time was up while you were writing.", note: "It is not counted as wrong. Your teacher will look at it." }
    : { title: "Your teacher will look at this one.", note: "" };
}

function isRight({ note, reading: read }, shown) {
  const notes = [note.replace(SAID_BY_THE_STAMP, ""), shown ? "" : mirroredNote(read)];
  return { mark: "right", title: "Right", note: notes.filter(Boolean).join(" "), correct: null };
}

export function triesLeft(left) {
  return left === 1 ? "One try left." : `${left} tries left.`;
}

/** @param {import("./state.js").Play} state @returns {Primary} */
export function primaryOf(state) {
  switch (state.phase) {
    case "stuck":
      return { label: "Try again", action: "load", enabled: true };
    case "sending":
      return { label: "Sending …", action: "send", enabled: false };
    case "waiting":
      return { label: "Send now", action: "hurry", enabled: true };
    case "feedback":
      return { label: onward(state.receipt), action: "onward", enabled: !isPaused(state) };
    case "kept":
      return { label: "Sent", action: "send", enabled: false };
    case "revealed":
      return { label: "Wait a moment", action: "send", enabled: false };
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
