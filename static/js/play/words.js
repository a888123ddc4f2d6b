/**
 * What is said around the questions of a live game: on the strip over them, and on the page between them. Pure.
 * Right answers and points stand apart. Nothing here compares a child with another.
 *
 * @typedef {{label: string, value: string}} Figure
 * @typedef {{title: string, words: string[], figures: Figure[],
 *   shows: ("rocket" | "journey" | "score" | "hangar" | "home" | "seat" | "again")[]}} Panel
 */

/** @returns {{team: string | null, figures: Figure[], note: string} | null}  what the panel says, it does not say again */
export function stripOf(state) {
  const { moment, phase, link } = state;
  if (!moment || phase === "gone") {
    return null;
  }
  const note = link === "offline" ? "No network: what you write is kept." : waitingFor(state);
  return panelOf(state)
    ? { team: null, figures: [], note }
    : { team: moment.game.team, figures: figuresOf(moment.game), note };
}

/** Of answers to questions that are over: at a question, what waits is said under the sheet. */
function waitingFor({ waiting: { count }, phase }) {
  if (count === 0 || !AFTERWARDS.has(phase)) {
    return "";
  }
  return `${count === 1 ? "1 answer waits" : `${count} answers wait`} for the network. Keep this page open.`;
}

const AFTERWARDS = new Set(["standings", "finished", "over"]);

/** @returns {Panel | null}  null while there is a question to look at */
export function panelOf(state) {
  return state.moment || state.phase === "gone" ? (PANELS[state.phase]?.(state) ?? null) : null;
}

const PANELS = {
  lobby: ({ moment: { game } }) => ({
    title: `You are in, ${game.me.name}.`,
    words: [...(game.team ? [`You are with the ${game.team}.`] : []), game.withGame ? "We fly when your teacher starts." : "It begins when your teacher starts."],
    figures: [],
    shows: game.withGame ? ["rocket", "journey"] : [],
  }),
  standings: ({ moment: { game } }) => ({
    title: game.number < game.total ? `${game.number} of ${game.total} done` : "All questions done",
    words: [game.number < game.total ? "The next question is coming." : "Your teacher ends the game in a moment.", ...(ofTeams(game) ?? [])],
    figures: figuresOf(game),
    shows: game.withGame ? ["journey"] : [],
  }),
  finished: ({ moment: { game } }) => ({
    title: game.withGame ? "You have landed." : "All done.",
    words: [game.withGame ? "The others are still flying." : "The others are still at work."],
    figures: figuresOf(game),
    shows: game.withGame ? ["rocket"] : [],
  }),
  over: ({ moment: { game } }) => ({
    title: "The game is over.",
    words: [...(ofTeams(game) ?? ofTeam(game)), ...(game.withGame && game.journey ? [journeyWords(game.journey)[0]] : [])],
    figures: figuresOf(game),
    shows: game.withGame ? ["rocket", "score", "hangar", "home"] : ["score", "home"],
  }),
  gone: ({ seat }) => ({ figures: [], ...GONE[seat] }),
};

/** Why the child plays here no more; unless the seat of this device tells, the teacher can. */
const GONE = {
  own: {
    title: "You are not in this game any more.",
    words: ["Your teacher can tell you why, and let you back in. What you answered is kept."],
    shows: ["again", "home"],
  },
  others: {
    title: "Somebody else plays here now.",
    words: ["Another child has taken a seat on this device. What you answered is kept."],
    shows: ["seat"],
  },
  empty: {
    title: "You have left your seat.",
    words: ["You can come back in with the code. What you answered is kept."],
    shows: ["seat"],
  },
};

/** What the class's journey has come to; the first sentence is what matters. `templates/partials/journey.html` says the same. */
export function journeyWords({ reached, planet, next, fact }) {
  return reached.length
    ? [`Your class has reached ${planet}.`, fact]
    : [`Your class is on its way to ${next}.`, "Every right answer takes the rocket further."];
}

const ofTeam = ({ team, withGame }) => (team && withGame ? [`You flew with the ${team}.`] : team ? [`You were with the ${team}.`] : []);

/** "Comets (you) 210, Moons 180": what a child of each has on average, so that sizes do not matter. */
function ofTeams({ team, teams, withGame }) {
  const said = teams.map(({ name, points }) => `${name}${name === team ? " (you)" : ""} ${points}`);
  return withGame && said.length ? [`${said.join(", ")}.`] : null;
}

function figuresOf({ me, withGame }) {
  const right = { label: "right", value: me.answered ? `${me.right} of ${me.answered}` : String(me.right) };
  return withGame ? [right, { label: me.points === 1 ? "point" : "points", value: String(me.points) }] : [right];
}
