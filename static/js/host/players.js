/** Who plays, for the teacher's eyes: how each stands, another name, out of the game, and in again. */

import { element, icon } from "../ui/dom.js";
import { excuse } from "./acts.js";
import { keepChildren, write } from "./kept.js";

const LONGEST = 24;

/**
 * @param {HTMLDialogElement} dialog
 * @param {{rename: (id: number, name: string) => Promise<void>, remove: (id: number) => Promise<void>, letBackIn: (id: number) => Promise<void>}} wires
 */
export function createPlayers(dialog, { rename, remove, letBackIn }) {
  const list = dialog.querySelector('[data-players="list"]');
  const out = dialog.querySelector('[data-players="out"]');
  const removed = dialog.querySelector('[data-players="removed"]');
  const note = dialog.querySelector('[data-players="note"]');
  const trouble = dialog.querySelector('[data-players="trouble"]');
  let host = null;

  function update(game) {
    host = game;
    if (dialog.open) {
      show();
    }
  }

  function open(id) {
    trouble.hidden = true;
    show();
    [...list.children].forEach((row) => (row.dataset.mode = "look"));
    dialog.showModal();
    if (id !== undefined) {
      list.querySelector(`[data-key="${id}"] button`)?.focus();
    }
  }

  function show() {
    const { players, removed: gone, names_hidden: hidden } = host;
    write(note, players.length ? (hidden ? "Names are hidden on the screen, and shown in this list alone." : "") : "Nobody has joined yet.");
    keepChildren(list, players, { key: ({ id }) => id, make: rowOf, update: fill });
    out.hidden = gone.length === 0;
    keepChildren(removed, gone, { key: ({ id }) => id, make: wayBackOf, update: fillWayBack });
  }

  function wayBackOf({ id }) {
    const row = element("li", "player-list__row");
    const back = element("button", "button button--quiet", "Let back in");
    back.type = "button";
    back.addEventListener("click", () => attempt(row, async () => {
      await letBackIn(id);
      list.querySelector(`[data-key="${id}"] button`)?.focus();
    }));
    row.append(element("div", "player-list__look", element("strong", "player-list__name"), element("span", "player-list__how"), back));
    row.dataset.mode = "look";
    return row;
  }

  function fillWayBack(row, { name }) {
    write(row.querySelector(".player-list__name"), name);
    row.querySelector("button").setAttribute("aria-label", `Let ${name} back in`);
  }

  function rowOf({ id }) {
    const row = element("li", "player-list__row");
    const look = element("div", "player-list__look", element("strong", "player-list__name"), element("span", "player-list__how"),
      button("edit", "Rename", () => change(row, "rename")), button("trash", "Remove", () => change(row, "remove")));
    row.append(look, renamingOf(row, id), removalOf(row, id));
    row.dataset.mode = "look";
    return row;
  }

  function renamingOf(row, id) {
    const field = element("input");
    Object.assign(field, { maxLength: LONGEST, required: true, autocomplete: "off" });
    field.setAttribute("aria-label", "Another name");
    const form = element("form", "player-list__form", field, submit("Save"), button("", "Cancel", () => change(row, "look")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(row, () => rename(id, field.value));
    });
    return form;
  }

  function removalOf(row, id) {
    const form = element("form", "player-list__sure", element("span", ""), submit("Remove", "button--danger"), button("", "Keep", () => change(row, "look")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(row, async () => {
        await remove(id);
        removed.querySelector(`[data-key="${id}"] button`)?.focus();
      });
    });
    return form;
  }

  function fill(row, player) {
    const { name, team, guest } = player;
    write(row.querySelector(".player-list__name"), name);
    const words = [guest ? "guest" : "", team === null ? "" : host.public.teams[team], ...standing(player)];
    write(row.querySelector(".player-list__how"), words.filter(Boolean).join(" · "));
    write(row.querySelector(".player-list__sure span"), `Take ${name} out of the game? What ${name} wrote is kept.`);
    const [edit, trash] = row.querySelectorAll(".player-list__look button");
    edit.setAttribute("aria-label", `Rename ${name}`);
    trash.setAttribute("aria-label", `Remove ${name}`);
  }

  function standing({ done, place, right, answered, points }) {
    const { phase, total, with_game: withGame } = host.public;
    if (phase === "lobby") {
      return [];
    }
    const now = phase === "question" ? (done ? "has answered" : "is thinking") : phase === "flying" ? `${place} of ${total} done` : "";
    return [now, `${right} of ${answered} right`, withGame ? `${points} points` : ""];
  }

  function change(row, mode) {
    row.dataset.mode = mode;
    trouble.hidden = true;
    if (mode === "rename") {
      const field = row.querySelector("input");
      field.value = row.querySelector(".player-list__name").textContent;
      field.select();
    }
    row.querySelector({ look: ".player-list__look button", rename: "input", remove: ".player-list__sure button:last-child" }[mode]).focus();
  }

  async function attempt(row, act) {
    try {
      await act();
      if (row.isConnected) {
        change(row, "look");
      }
    } catch (failure) {
      trouble.textContent = excuse(failure);
      trouble.hidden = false;
    }
  }

  return { update, open };
}

function button(sign, label, act) {
  const made = sign ? element("button", "button button--quiet button--icon", icon(sign)) : element("button", "button button--quiet", label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function submit(label, kind = "button--primary") {
  return element("button", `button ${kind}`, label);
}
