import { clockOf } from "./clock.js";

/**
 * How a live game stands for one child at one moment, made of what the server says (docs/live.md). Pure.
 *
 * @typedef {object} Game
 * @property {"led" | "own"} pace
 * @property {boolean} paused
 * @property {boolean} withGame  points, rockets and planets; without, the page is plain
 * @property {number} number     of the question, from 1; 0 before the first
 * @property {number} total
 * @property {object} me         as in Play
 * @property {string | null} team
 * @property {{name: string, points: number}[]} teams  at standings and at the end, with what each has on average
 * @property {object | null} journey  of the class, as docs/live.md has it; where it was told last
 * @property {import("./clock.js").Clock} clock
 *
 * @typedef {object} Moment
 * @property {"lobby" | "question" | "reveal" | "standings" | "flying" | "over"} stage
 * @property {number} now
 * @property {Game} game
 * @property {object | null} next     the question as the API's Next has it; null where nobody is asked, and in a race
 * @property {object | null} answer   the child's last answer to this question
 * @property {boolean} kept           an answer is in that was not read yet
 * @property {boolean} late           it came after the question was over
 * @property {string | null} correct  the right answer, once everybody may know it
 */

/**
 * @param {object} play        Play
 * @param {object} assignment  as in Next
 * @param {number} now         milliseconds by a clock that never goes back, when `play.public` came
 * @returns {Moment}
 */
export function momentOf(play, assignment, now) {
  const { public: open, me } = play;
  return {
    stage: open.phase,
    now,
    game: {
      pace: open.pace,
      paused: open.paused,
      withGame: open.with_game,
      number: open.number,
      total: open.total,
      me,
      team: me.team === null ? null : open.teams[me.team],
      teams: play.teams,
      journey: play.journey,
      clock: clockOf(open, now),
    },
    next: open.question && nextOf(open, assignment),
    answer: play.answer,
    kept: play.reading,
    late: play.late,
    correct: play.correct_answer,
  };
}

/** Play with the newer view that everybody has; what is the child's own of another question is not of this one. */
export function renewed(play, open) {
  const same = open.question?.id === play.public.question?.id;
  const own = same ? {} : { answer: null, reading: false, late: false, correct_answer: null };
  return { ...play, ...own, public: open };
}

function nextOf({ question, number, total }, assignment) {
  return {
    assignment,
    progress: { answered: number - 1, total },
    question: { ...question, tries_left: 1, last: null },
    finished: false,
  };
}
