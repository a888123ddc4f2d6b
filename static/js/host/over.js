/** The end: who flew farthest (where that was asked for), what the class knows, and what it found hardest. */

import { promptOf } from "../play/prompt.js";
import { element, icon } from "../ui/dom.js";
import { hardest, percent, placed, soFar } from "./figures.js";
import { LEAST, fit } from "./fitting.js";
import { createJourney } from "./journey.js";
import { leadersOf, showTeams } from "./standings.js";

/** @param {{ways: HTMLTemplateElement}} wires */
export function createOver({ ways }) {
  const title = element("h2", "scene__title");
  const podium = element("ol", "podium");
  const journey = createJourney();
  const teams = element("ol", "team-bars");
  const figures = element("dl", "host-figures");
  const hard = element("div", "over__hard");
  const questions = element("ol", "over__questions");
  const together = element("div", "over__together", podium, journey.element, teams);
  const known = element("div", "over__known", figures, hard, questions);
  const scene = element("div", "scene scene--over", title, together, known, ways.content.cloneNode(true));
  questions.setAttribute("aria-label", "Question by question");
  const refit = fit(scene, LEAST);

  function update(host) {
    const { summary, standings, public: { with_game: withGame } } = host;
    title.textContent = withGame ? "We have landed" : "The game is over";
    journey.update(standings?.journey ?? null);
    showTeams(teams, standings?.teams ?? []);
    showPodium(podium, leadersOf(host, summary?.podium));
    if (summary) {
      figures.replaceChildren(...figuresOf(host));
      showHardest(hard, hardest(summary.questions));
      questions.replaceChildren(...summary.questions.map(lineOf));
    }
    refit();
  }

  return { element: scene, update };
}

function figuresOf({ summary: { right, marked }, players, public: { with_game: withGame } }) {
  const share = percent(right, marked);
  const figure = (words, number) => element("div", "", element("dt", "", words), element("dd", "", number));
  return [
    figure("right", marked ? `${right} of ${marked}` : "nothing was marked"),
    ...(share === null ? [] : [figure("of all answers", `${share}\u2009%`)]),
    ...(withGame ? [figure("points together", String(soFar(players).points))] : []),
    figure(players.length === 1 ? "player" : "players", String(players.length)),
  ];
}

function showPodium(list, leaders) {
  list.hidden = leaders.length === 0;
  list.replaceChildren(...placed(leaders).map(({ name, points, place }) => {
    const step = element("li", "podium__step", element("span", "podium__name", name), element("span", "podium__points", `${points} points`),
      element("span", "podium__block", String(place)));
    step.dataset.place = String(place);
    return step;
  }));
}

function showHardest(place, question) {
  place.hidden = question === null;
  if (question) {
    const { right, wrong } = question;
    place.replaceChildren(element("p", "plate", "Worth another look"), promptOf(whole(question)),
      element("p", "quiet", `${right} of ${right + wrong} right`));
  }
}

function lineOf(question) {
  const { number, right, wrong, unread, silent } = question;
  const bar = element("span", "over__bar");
  for (const [mark, count] of Object.entries({ right, wrong, unread, none: silent })) {
    const share = element("span", "over__share");
    share.dataset.mark = mark;
    share.style.setProperty("--count", String(count));
    bar.append(share);
  }
  const words = `${right} right, ${wrong} wrong, ${unread} not read, ${silent} without an answer`;
  return element("li", "over__question", element("span", "over__number", String(number)), promptOf(whole(question)), bar,
    element("span", "over__right", icon("check", "icon--small"), String(right)), element("span", "visually-hidden", words));
}

/** As a question of the moment has it: the summary's are told by prompt alone, and read out by it. */
function whole({ prompt, spoken, layout = "line", figure = null }) {
  return { prompt, spoken: spoken ?? prompt.map(({ text, kind }) => (kind === "blank" ? "what" : text)).join(" "), layout, figure };
}
