/** A game as the host's screen is told of it: docs/live.md. */

export const player = (id, changes = {}) => ({
  id, name: `Player ${id}`, team: null, guest: false, done: false, place: 0, right: 0, answered: 0, points: 0, ...changes,
});

export const QUESTION = {
  id: 345, number: 3, prompt: [{ kind: "number", text: "7" }], layout: "line", figure: null, spoken: "7 times 8",
  format: "whole", drawable: true, has_letters: false, demands: "",
};

export function host(publicly = {}, changes = {}) {
  return {
    version: "17.3", changed: true, code: "HFK67P", guests: false, leaderboard: false, speed_points: false, names_hidden: false,
    players: [player(1), player(2), player(3)], removed: [], seats: 3, answered: 0, reading: 0, asks: 0,
    reveal: null, standings: null, summary: null,
    public: {
      game: 5, version: 17, phase: "question", pace: "led", paused: false, locked: false, number: 3, total: 10, seconds: null,
      closes_in_ms: null, question: QUESTION, teams: [], with_game: true, ...publicly,
    },
    ...changes,
  };
}
