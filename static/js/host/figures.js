/** What a game comes to, for the class to see. Accuracy and points stay apart. Pure. */

/** Of all that was marked up to now: what nobody could read is on neither side. */
export function soFar(players) {
  const right = players.reduce((sum, player) => sum + player.right, 0);
  const answered = players.reduce((sum, player) => sum + player.answered, 0);
  return { right, answered, points: players.reduce((sum, player) => sum + player.points, 0) };
}

/** Whole per cent; null of nothing. */
export function percent(right, marked) {
  return marked ? Math.round((100 * right) / marked) : null;
}

/**
 * The question that the fewest got right, of those that somebody answered; null where all were right.
 *
 * @param {{right: number, wrong: number}[]} questions
 */
export function hardest(questions) {
  const missed = questions.filter(({ wrong }) => wrong > 0);
  const share = ({ right, wrong }) => right / (right + wrong);
  return missed.reduce((worst, each) => (worst && share(worst) <= share(each) ? worst : each), null);
}

/** Bars of teams, the longest one full; in the order of the teams, so that a bar stays in its place. */
export function barsOf(teams) {
  const most = Math.max(...teams.map(({ points }) => points), 1);
  return teams.map(({ name, points }) => ({ name, points, share: points / most, first: points === most }));
}

/** Leaders with their places: who has the same points has the same place. @param {{name: string, points: number}[]} leaders */
export function placed(leaders) {
  return leaders.map((leader) => ({ ...leader, place: 1 + leaders.filter(({ points }) => points > leader.points).length }));
}

/** Players by how many questions of a race they have done: `total + 1` places, each with who is there. */
export function courseOf(players, total) {
  const places = Array.from({ length: total + 1 }, () => []);
  for (const player of players) {
    places[Math.min(player.place, total)].push(player);
  }
  return places;
}
