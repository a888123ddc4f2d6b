/** Teams by their letters, where names have no room for more. */

import { element } from "../ui/dom.js";

/** What stands beside a player of the team: no two teams begin alike. Empty where there are no teams. */
export function letterOf(team, teams) {
  return team === null ? "" : teams[team].slice(0, 1);
}

/** Which letter is which team. @returns {{element: HTMLElement, update: (teams: string[]) => void}} */
export function createTeamKey() {
  const key = element("ul", "team-key");
  key.setAttribute("aria-label", "Teams");

  function update(teams) {
    key.hidden = teams.length === 0;
    if (key.childElementCount !== teams.length) {
      key.replaceChildren(...teams.map((name, team) => {
        const one = element("li", "team-key__one", name);
        one.dataset.letter = letterOf(team, teams);
        return one;
      }));
    }
  }

  return { element: key, update };
}
