/** The dotted course: one stop for each question, and the rocket where the child is. */

import { element } from "../ui/dom.js";

/** From so many stops on they are drawn smaller. */
const MANY = 16;

/**
 * The rocket flies in from where it was: components/course.css.
 *
 * @param {HTMLElement} course  an <ol>; the child's rocket is in a template of the page, and none without the game
 * @param {{answered: number, total: number}} progress
 */
export function showCourse(course, { answered, total }) {
  const stops = Array.from({ length: total }, (_, place) => stopOf(stateOf(place, answered)));
  const from = placeOf(course);
  course.replaceChildren(...stops);
  course.toggleAttribute("hidden", total === 0);
  course.dataset.length = total >= MANY ? "long" : "short";
  course.setAttribute("aria-label", answered < total ? `Question ${answered + 1} of ${total}` : `All ${total} done`);
  const to = placeOf(course);
  if (from !== null && to !== null) {
    course.style.setProperty("--flown", `${from - to}px`);
  }
}

/** Where the rocket stands, from the left of the screen; null where there is none. */
function placeOf(course) {
  return course.querySelector(".course__rocket")?.getBoundingClientRect().left ?? null;
}

function stateOf(place, answered) {
  if (place === answered) {
    return "here";
  }
  return place < answered ? "done" : "ahead";
}

function stopOf(state) {
  const stop = element("li", "course__stop");
  stop.dataset.state = state;
  const rocket = state === "here" && document.querySelector('template[data-play="rocket"]')?.content.cloneNode(true);
  if (rocket?.firstElementChild) {
    stop.append(element("span", "course__rocket", rocket));
  }
  return stop;
}
