/**
 * What the host's screen shows of a game: the scene, its words, and what the teacher can do. Pure.
 *
 * @typedef {object} Host  as docs/live.md has it
 * @typedef {"lobby" | "question" | "reveal" | "standings" | "race" | "over"} Scene
 * @typedef {{act: string, label: string, icon: string, ready: boolean}} Forward  what Space and the large button do
 */

/** Acts that cannot be taken back: the teacher is asked first. */
const FINAL = new Set(["end", "skip"]);

/**
 * @param {Host} host
 * @param {number} roster  how many are on the list of the class
 * @returns {{scene: Scene, key: string, place: string, count: string, forward: Forward | null, acts: string[]}}
 *   key: a new scene begins where it changes; acts: those that make sense now
 */
export function screenOf(host, roster) {
  const { phase, number } = host.public;
  const scene = phase === "flying" ? "race" : phase;
  return {
    scene,
    key: scene === "question" || scene === "reveal" || scene === "standings" ? `${scene} ${number}` : scene,
    place: placeOf(host.public),
    count: countOf(host, roster),
    forward: forwardOf(host),
    acts: actsOf(host),
  };
}

/** Where in the game we are. */
function placeOf({ phase, number, total, pace }) {
  if (phase === "over") {
    return "The end";
  }
  if (phase === "lobby" || pace === "own") {
    return counted(total, "question");
  }
  return `Question ${number} of ${total}`;
}

/** How many are here, or have answered. */
function countOf(host, roster) {
  const { phase } = host.public;
  const here = host.players.length;
  if (phase === "lobby") {
    const guests = host.players.filter(({ guest }) => guest).length;
    if (here - guests > roster || roster === 0) {
      return counted(here, "player");
    }
    return `${here - guests} of ${roster}${guests ? ` and ${counted(guests, "guest")}` : ""}`;
  }
  if (phase === "question") {
    return `${host.answered} of ${here} ${host.answered === 1 ? "has" : "have"} answered`;
  }
  if (phase === "flying") {
    return `${host.players.filter(({ place }) => place >= host.public.total).length} of ${here} have arrived`;
  }
  return counted(here, "player");
}

/** @param {Host} host @returns {Forward | null} */
function forwardOf(host) {
  const { phase, paused, number, total, with_game: withGame } = host.public;
  if (paused) {
    return { act: "resume", label: "Go on", icon: "play", ready: true };
  }
  switch (phase) {
    case "lobby":
      return { act: "start", label: "Start", icon: "play", ready: host.players.length > 0 };
    case "question":
      return { act: "next", label: "Show the answer", icon: "eye", ready: true };
    case "reveal":
      return { act: "next", label: withGame ? "See how far we are" : "See how we are doing", icon: "forward", ready: true };
    case "standings":
      return { act: "next", label: number < total ? "Next question" : "Finish", icon: "forward", ready: true };
    case "flying":
      return { act: "end", label: "End the race", icon: "check", ready: true };
    default:
      return null;
  }
}

function actsOf({ public: { phase, paused, locked }, names_hidden: namesHidden }) {
  if (phase === "over") {
    return [namesHidden ? "show-names" : "hide-names"];
  }
  const acts = [locked ? "unlock" : "lock", namesHidden ? "show-names" : "hide-names", "end"];
  if (phase === "question" || phase === "flying") {
    acts.push(paused ? "resume" : "pause");
  }
  if (phase === "question") {
    acts.push("skip");
  }
  return acts;
}

/**
 * What the teacher is asked before an act that cannot be taken back; null where nothing would be lost.
 *
 * @param {string} act
 * @param {Host} host
 */
export function warningOf(act, host) {
  const { phase } = host.public;
  if (!FINAL.has(act) || (act === "skip" && host.answered === 0)) {
    return null;
  }
  if (act === "skip") {
    return { title: "Leave this question out?", text: `${counted(host.answered, "answer")} to it will not count.`, button: "Leave it out" };
  }
  if (phase === "lobby") {
    return { title: "End the game before it begins?", text: "Its code stops working, and nobody can join any more.", button: "End the game" };
  }
  return { title: "End the game now?", text: "Everything that was answered is kept, and counts. The game cannot be reopened.", button: "End the game" };
}

/**
 * The same game with what everybody was told of it, where that is newer.
 *
 * @param {Host | null} host
 * @param {object} publicly  a Public of docs/live.md
 */
export function told(host, publicly) {
  if (!host || publicly.version <= host.public.version) {
    return host;
  }
  const same = publicly.phase === host.public.phase && publicly.number === host.public.number;
  // What belongs to the moment before is not shown beside the new one: the rest is on its way.
  const rest = same ? {} : { answered: 0, reading: 0, asks: 0, reveal: null, standings: null };
  return { ...host, ...rest, public: publicly };
}

/** `1 question`, `3 questions`. */
export function counted(count, thing) {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
