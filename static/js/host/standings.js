/** How far the class has come: together first, teams beside each other, a leaderboard only where it was asked for. */

import { element } from "../ui/dom.js";
import { LEAST, fit } from "./fitting.js";
import { createJourney } from "./journey.js";
import { barsOf, percent, placed, soFar } from "./figures.js";

export function createStandings() {
  const journey = createJourney();
  const figures = element("dl", "host-figures");
  const teams = element("ol", "team-bars");
  const leaders = element("ol", "leaders");
  const title = element("h2", "scene__title");
  const scene = element("div", "scene scene--standings", title, journey.element, element("div", "standings__rest", figures, teams, leaders));
  const refit = fit(scene, LEAST);

  function update(host, screen) {
    const { public: { with_game: withGame }, standings } = host;
    title.textContent = withGame ? "How far we are" : screen.place;
    figures.replaceChildren(...figuresOf(host));
    journey.update(standings?.journey ?? null);
    showTeams(teams, standings?.teams ?? []);
    showLeaders(leaders, leadersOf(host, standings?.leaders));
    refit();
  }

  return { element: scene, update };
}

/** Names are for the wall only while they may be seen. */
export function leadersOf({ names_hidden: hidden }, leaders = []) {
  return hidden ? [] : leaders;
}

/** Accuracy, and apart from it the points that all have together. @param {object} host */
export function figuresOf({ players, public: { with_game: withGame } }) {
  const { right, answered, points } = soFar(players);
  const share = percent(right, answered);
  return [
    figure("right", answered ? `${right} of ${answered}` : "none yet"),
    ...(share === null ? [] : [figure("of all answers", `${share}\u2009%`)]),
    ...(withGame ? [figure("points together", String(points))] : []),
  ];
}

export function showTeams(list, teams) {
  list.hidden = teams.length === 0;
  list.replaceChildren(...barsOf(teams).map(({ name, points, share, first }) => {
    const bar = element("li", "team-bars__team", element("span", "team-bars__name", name),
      element("span", "team-bars__track", element("span", "team-bars__bar")), element("strong", "team-bars__points", String(points)));
    bar.style.setProperty("--share", String(share));
    bar.dataset.first = String(first);
    return bar;
  }));
}

export function showLeaders(list, leaders) {
  list.hidden = leaders.length === 0;
  list.replaceChildren(...placed(leaders).map(({ name, points, place }) =>
    element("li", "leaders__one", element("span", "leaders__place", String(place)), element("span", "leaders__name", name), element("strong", "leaders__points", String(points)))));
}

function figure(words, number) {
  return element("div", "", element("dt", "", words), element("dd", "", number));
}
