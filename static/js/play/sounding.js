/** Which sound goes with what happened: nothing sounds for what is wrong, and nothing outside a live game. Pure. */

import { feedbackOf } from "./feedback.js";

/** @returns {"join" | "sent" | "right" | "reveal" | "launch" | "arrive" | null} */
export function soundOf(before, after) {
  if (!after.moment) {
    return null;
  }
  const [was, told] = [before, after].map((state) => feedbackOf(state)?.mark ?? null);
  if (told === "right" && was !== "right") {
    return "right"; // what was still being read when all others heard sounds as theirs did
  }
  if (told !== null && was === null) {
    return "reveal";
  }
  return before.phase === after.phase ? null : (SOUNDS[after.phase]?.(before) ?? null);
}

const SOUNDS = {
  lobby: () => "join",
  kept: ({ phase }) => (phase === "sending" || phase === "waiting" ? "sent" : null),
  writing: ({ phase }) => (phase === "lobby" ? "launch" : null),
  finished: () => "arrive",
  over: () => "arrive",
};
