/** What a screen reader is told: phases at once, counts now and then, never each name. Pure. */

import { screenOf } from "./screen.js";

export const EVERY_MS = 5000;

/**
 * @param {object | null} before  the game as it was last told
 * @param {object} host
 * @param {number} roster  how many are on the list of the class
 * @param {number} since  milliseconds since something was told
 * @returns {string} empty: nothing worth saying
 */
export function saidOf(before, host, roster, since) {
  const [was, is] = [before && screenOf(before, roster), screenOf(host, roster)];
  if (!was || was.key !== is.key) {
    return sceneOf(host, is);
  }
  if (before.public.paused !== host.public.paused) {
    return host.public.paused ? "Paused." : "The game goes on.";
  }
  if (before.reveal === null && host.reveal) {
    return revealedOf(host);
  }
  if (before.public.locked !== host.public.locked) {
    return host.public.locked ? "The doors are closed." : "The doors are open.";
  }
  if (before.names_hidden !== host.names_hidden) {
    return host.names_hidden ? "Names are hidden." : "Names are shown.";
  }
  return was.count !== is.count && since >= EVERY_MS ? `${is.count}.` : "";
}

function sceneOf(host, { scene, place, count }) {
  switch (scene) {
    case "lobby":
      return `The doors are open. ${count} here.`;
    case "question":
      return `${place}. ${host.public.question?.spoken ?? ""}`.trim();
    case "reveal":
      return host.reveal ? revealedOf(host) : `${place} is over.`;
    case "standings":
      return `How far we are, after ${place.toLowerCase()}.`;
    case "race":
      return `The race is on: ${place.toLowerCase()}.`;
    default:
      return "The game is over.";
  }
}

function revealedOf({ reveal: { correct_answer: answer, right, wrong, unread } }) {
  return `The answer is ${answer}. ${right} right, ${wrong} wrong, ${unread} could not be read.`;
}
