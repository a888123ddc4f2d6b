/** The lobby: the code as large as the wall, and the names as they arrive. */

import { element } from "../ui/dom.js";
import { fit, sticksOut } from "./fitting.js";
import { keepChildren, write } from "./kept.js";
import { createTeamKey, letterOf } from "./teams.js";

/** From so many names on the code is smaller, so that they are not. */
const CROWD = 30;

/** Names are no smaller: with more of them the last to come are shown, and the others counted. */
const LEAST_NAME = 0.55;

/** @param {{board: HTMLTemplateElement, roster: number, choose: (player: number) => void}} wires */
export function createLobby({ board, roster, choose }) {
  const scene = board.content.firstElementChild.cloneNode(true);
  const part = (name) => scene.querySelector(`[data-lobby="${name}"]`);
  const names = part("names");
  const key = createTeamKey();
  const more = element("li", "lobby__more");
  const refit = fit(names, LEAST_NAME);
  part("note").after(key.element);
  new ResizeObserver(makeRoom).observe(names);

  function update(host, screen) {
    const { players, names_hidden: hidden, public: { teams } } = host;
    key.update(hidden ? [] : teams);
    write(part("count"), `${screen.count} here`);
    write(part("note"), noteOf(host, roster));
    scene.dataset.crowd = String(!hidden && players.length > CROWD);
    more.remove();
    keepChildren(names, hidden ? [] : players, {
      key: ({ id }) => id,
      make: ({ id }) => {
        const button = element("button", "lobby__name");
        button.type = "button";
        button.addEventListener("click", () => choose(id));
        return element("li", "", button);
      },
      update: (item, { name, guest, team }) => {
        write(item.firstElementChild, name);
        item.firstElementChild.setAttribute("aria-label", `${name}${guest ? ", a guest" : ""}${team === null ? "" : `, ${teams[team]}`}: rename or remove`);
        item.firstElementChild.dataset.letter = letterOf(team, teams);
        item.dataset.guest = String(guest);
      },
    });
    makeRoom();
  }

  /** All the names, as small as need be; where that is not enough, those who came first are counted. */
  function makeRoom() {
    const all = [...names.children].filter((item) => item !== more);
    const show = (left) => {
      all.forEach((item, at) => item.toggleAttribute("hidden", at < left));
      write(more, `and ${left} more`);
      if (left) {
        names.append(more);
      } else {
        more.remove();
      }
    };
    show(0);
    refit();
    if (sticksOut(names)) {
      show(least(1, all.length, (left) => {
        show(left);
        return !sticksOut(names);
      }));
    }
  }

  return { element: scene, update };
}

/** The least number from `low` to `high` of which it is true, which it is of all above that. */
function least(low, high, isTrue) {
  if (low >= high) {
    return high;
  }
  const middle = Math.floor((low + high) / 2);
  return isTrue(middle) ? least(low, middle, isTrue) : least(middle + 1, high, isTrue);
}

function noteOf({ public: { locked }, players, guests, names_hidden: hidden }, roster) {
  if (locked) {
    return "The doors are closed: nobody new comes in.";
  }
  if (!roster && !guests) {
    return "This class has no students on its list yet, and guests are not allowed. Add the students first.";
  }
  if (hidden) {
    return "Names are hidden.";
  }
  return players.length ? "" : "Names appear here as the children join.";
}
