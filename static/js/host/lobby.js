/** The lobby: the code as large as the wall, and the names as they arrive. */

import { element } from "../ui/dom.js";
import { LEAST, fit } from "./fitting.js";
import { keepChildren, write } from "./kept.js";

/** @param {{board: HTMLTemplateElement, roster: number, choose: (player: number) => void}} wires */
export function createLobby({ board, roster, choose }) {
  const scene = board.content.firstElementChild.cloneNode(true);
  const part = (name) => scene.querySelector(`[data-lobby="${name}"]`);
  const refit = fit(part("names"), LEAST);

  function update(host, screen) {
    const { players, names_hidden: hidden } = host;
    write(part("count"), `${screen.count} here`);
    write(part("note"), noteOf(host, roster));
    keepChildren(part("names"), hidden ? [] : players, {
      key: ({ id }) => id,
      make: ({ id }) => {
        const button = element("button", "lobby__name");
        button.type = "button";
        button.addEventListener("click", () => choose(id));
        return element("li", "", button);
      },
      update: (item, { name, guest }) => {
        write(item.firstElementChild, name);
        item.firstElementChild.setAttribute("aria-label", `${name}${guest ? ", a guest" : ""}: rename or remove`);
        item.dataset.guest = String(guest);
      },
    });
    refit();
  }

  return { element: scene, update };
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
