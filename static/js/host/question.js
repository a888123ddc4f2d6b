/** A question on the wall: large, with the time that is left, and how many have answered. */

import { promptOf } from "../play/prompt.js";
import { element, icon } from "../ui/dom.js";
import { fit } from "./fitting.js";
import { keepChildren, write } from "./kept.js";

/** More than so many dots are no picture of a class. */
const MOST_DOTS = 60;

export function createQuestion() {
  const prompt = element("div", "host__prompt");
  const demands = element("p", "host__demands");
  const pause = element("div", "host__pause", icon("pause", "icon--large"), element("p", "host__pause-title", "Paused"),
    element("p", "host__pause-text", "Pens down, eyes up. What is written stays."));
  const dots = element("ul", "seat-dots");
  const count = element("p", "host__answered");
  const doubt = element("p", "host__doubt");
  dots.setAttribute("aria-hidden", "true"); // the count says it
  const scene = element("div", "scene scene--question", element("div", "host__sheet", prompt, demands, pause), element("div", "host__progress", count, dots, doubt));
  const refit = fit(prompt);
  let shown = null;

  function update(host, screen) {
    const { question, paused } = host.public;
    if (question && shown !== question.id) {
      shown = question.id;
      prompt.replaceChildren(promptOf(question));
      write(demands, question.demands);
    }
    scene.dataset.paused = String(paused);
    write(count, screen.count);
    write(doubt, doubtOf(host));
    keepChildren(dots, host.players.length > MOST_DOTS ? [] : dotsOf(host.players), {
      key: ({ at }) => at,
      make: () => element("li", "seat-dots__dot"),
      update: (dot, { done }) => {
        dot.dataset.done = String(done);
      },
    });
    refit();
  }

  return { element: scene, update };
}

/** The filled ones first: a dot is nobody's own. */
function dotsOf(players) {
  const filled = players.filter(({ done }) => done).length;
  return players.map((_, at) => ({ at, done: at < filled }));
}

function doubtOf({ asks, reading }) {
  const being = reading ? `${reading} being read` : "";
  const asked = asks ? `${asks} ${asks === 1 ? "child is" : "children are"} asked what they wrote` : "";
  return [being, asked].filter(Boolean).join(" · ");
}
