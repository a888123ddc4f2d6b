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

/**
 * The course of a race: the start, the questions, the end, and who is where. Where there are more than `most` stops, some
 * questions share one: the start and the end never do.
 *
 * @param {{place: number}[]} players  place: how many questions they have done
 * @param {number} total  questions
 * @param {number} [most]  at least three
 * @returns {{from: number, to: number, players: object[]}[]}  the stop of whoever has done `from` to `to` questions
 */
export function courseOf(players, total, most = Infinity) {
  const between = total - 1;
  const shared = Math.max(1, Math.ceil(between / (most - 2)));
  const stops = [{ from: 0, to: 0, players: [] }];
  for (let from = 1; from < total; from += shared) {
    stops.push({ from, to: Math.min(from + shared - 1, between), players: [] });
  }
  stops.push({ from: total, to: total, players: [] });
  for (const player of players) {
    stops.find(({ to }) => player.place <= to || to === total).players.push(player);
  }
  return stops;
}
