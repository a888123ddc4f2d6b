/** A race: how far everybody has come on one course, so that each child finds itself. Nobody is ahead of anybody at a stop. */

import { drawing, element, icon } from "../ui/dom.js";
import { courseOf } from "./figures.js";
import { LEAST, fit, sticksOut } from "./fitting.js";
import { keepChildren, write } from "./kept.js";
import { createTeamKey, letterOf } from "./teams.js";

/** With names, so many stops have room beside each other. */
const MOST_STOPS = 12;

/** Of more players, rockets alone: their names could not be read. */
const MOST_NAMES = 60;

/** Up to so many, a class, can be drawn large. */
const FEW = 40;

/** So many players at a stop make it twice as wide as an empty one. */
const TWICE = 8;

export function createRace() {
  const title = element("h2", "scene__title");
  const key = createTeamKey();
  const course = element("ol", "race");
  const pause = element("div", "host__pause", icon("pause", "icon--large"), element("p", "host__pause-title", "Paused"),
    element("p", "host__pause-text", "Pens down, eyes up. What is written stays."));
  const scene = element("div", "scene scene--race", element("div", "race__head", title, key.element), element("div", "host__sheet", course, pause));
  const parts = () => [course, ...course.querySelectorAll(".race__players")];
  const refit = fit(course, LEAST, parts);
  new ResizeObserver(tighten).observe(course);

  function update(host, screen) {
    const { players, names_hidden: hidden, public: { total, paused, teams, with_game: withGame } } = host;
    const named = !hidden && players.length <= MOST_NAMES;
    write(title, screen.count);
    key.update(teams);
    scene.dataset.paused = String(paused);
    course.dataset.named = String(named);
    course.dataset.size = players.length <= FEW ? "large" : "small";
    keepChildren(course, courseOf(players, total, named ? MOST_STOPS : Infinity), {
      key: ({ from, to }) => `${from} ${to}`,
      make: (stop) => placeOf(stop, total),
      update: (place, stop) => {
        place.style.setProperty("--room", String(1 + stop.players.length / TWICE));
        place.setAttribute("aria-label", `${nameOf(stop, total)}: ${stop.players.length}`);
        keepChildren(place.querySelector("ul"), stop.players, {
          key: ({ id }) => id,
          make: () => element("li", "race__player", element("span", "race__sign"), element("span", "race__name")),
          update: (item, { name, team }) => {
            sign(item.firstElementChild, letterOf(team, teams), withGame, named);
            write(item.lastElementChild, named ? name : "");
          },
        });
      },
    });
    tighten();
  }

  /** Names are whole as far as there is room; where even small ones do not fit, they are cut off, and scrolled to. */
  function tighten() {
    course.dataset.tight = "false";
    refit();
    if (parts().some(sticksOut)) {
      course.dataset.tight = "true";
      refit();
    }
  }

  return { element: scene, update };
}

/** What stands for a player: the letter of the team; else a rocket, or in a plain class a dot where there is no name. */
function sign(place, letter, withGame, named) {
  const look = letter ? "letter" : withGame ? "rocket" : named ? "none" : "dot";
  if (place.dataset.look !== look) {
    place.replaceChildren(...(look === "rocket" ? [drawing("planets", "rocket", "0 0 96 96", "race__rocket")] : []));
    place.dataset.look = look;
  }
  place.dataset.letter = letter;
}

function placeOf({ from, to }, total) {
  const players = element("ul", "race__players");
  players.setAttribute("aria-hidden", "true"); // the label counts them
  const words = from === 0 ? "Start" : from === total ? "End" : from === to ? String(from) : `${from}–${to}`;
  const stop = element("span", "race__stop", words);
  stop.setAttribute("aria-hidden", "true");
  const place = element("li", "race__place", players, stop);
  place.dataset.end = String(from === total);
  return place;
}

function nameOf({ from, to }, total) {
  if (from === 0 || from === total) {
    return from === 0 ? "Start" : "Arrived";
  }
  return from === to ? `After question ${from}` : `After questions ${from} to ${to}`;
}
