/** A race: how far everybody has come on one course. Who is where has a name only where there is a leaderboard. */

import { drawing, element, icon } from "../ui/dom.js";
import { courseOf } from "./figures.js";
import { fit } from "./fitting.js";
import { keepChildren, write } from "./kept.js";

/** From so many questions on there is no room for names. */
const MANY = 12;

/** Up to so many, a class, can be drawn large. */
const FEW = 40;

export function createRace() {
  const title = element("h2", "scene__title");
  const course = element("ol", "race");
  const pause = element("div", "host__pause", icon("pause", "icon--large"), element("p", "host__pause-title", "Paused"),
    element("p", "host__pause-text", "Pens down, eyes up. What is written stays."));
  const refits = [];
  const scene = element("div", "scene scene--race", title, element("div", "host__sheet", course, pause));

  function update(host, screen) {
    const { total, paused, teams, with_game: withGame } = host.public;
    const named = host.leaderboard && !host.names_hidden && total < MANY;
    write(title, screen.count);
    scene.dataset.paused = String(paused);
    course.dataset.named = String(named);
    course.dataset.size = host.players.length <= FEW ? "large" : "small";
    course.style.setProperty("--places", String(total + 1));
    const places = courseOf(host.players, total).map((players, at) => ({ at, players }));
    keepChildren(course, places, {
      key: ({ at }) => at,
      make: ({ at }) => {
        const place = placeOf(at, total);
        refits.push(fit(place.querySelector("ul"))); // at the start everybody is in one place
        return place;
      },
      update: (place, { at, players }) => {
        place.setAttribute("aria-label", `${at === 0 ? "Start" : at === total ? "Arrived" : `After question ${at}`}: ${players.length}`);
        keepChildren(place.querySelector("ul"), players, {
          key: ({ id }) => id,
          make: () => element("li", "race__player"),
          update: (dot, { name, team }) => mark(dot, named ? name : team === null ? "" : teams[team].slice(0, 1), withGame),
        });
      },
    });
    refits.forEach((refit) => refit());
  }

  return { element: scene, update };
}

/** A player: by name, or by the letter of the team; else a rocket, or a dot. */
function mark(dot, words, withGame) {
  const look = words ? "words" : withGame ? "rocket" : "dot";
  if (look === "rocket" && dot.dataset.look !== look) {
    dot.replaceChildren(drawing("planets", "rocket", "0 0 96 96", "race__rocket"));
  } else if (look !== "rocket") {
    write(dot, words);
  }
  dot.dataset.look = look;
}

function placeOf(at, total) {
  const dots = element("ul", "race__players");
  dots.setAttribute("aria-hidden", "true"); // the label counts them
  const stop = element("span", "race__stop", at === 0 ? "Start" : at === total ? "End" : String(at));
  stop.setAttribute("aria-hidden", "true");
  const place = element("li", "race__place", dots, stop);
  place.dataset.end = String(at === total);
  return place;
}
