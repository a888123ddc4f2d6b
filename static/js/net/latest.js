/** Of several questions on their way, only the one that was asked last counts: replies may overtake each other. Pure. */
export function createTurns() {
  let latest = 0;
  return {
    /** A new question is asked, or the old ones have lost their sense. @returns {number} its turn */
    next: () => (latest += 1),
    /** @param {number} turn */
    isLatest: (turn) => turn === latest,
  };
}
