/** The stamp that an answer gets, on the page. */

import { element, icon } from "../ui/dom.js";
import { numeral } from "./prompt.js";

const ICONS = { right: "check", wrong: "cross", unread: "question", silent: "info" };

/**
 * @param {HTMLElement} place  a polite live region
 * @param {import("./feedback.js").Feedback | null} feedback
 */
export function showStamp(place, feedback) {
  const said = JSON.stringify(feedback);
  if (place.dataset.said !== said) {
    place.dataset.said = said;
    place.replaceChildren(...(feedback ? [stampOf(feedback)] : []));
  }
}

function stampOf({ mark, title, note, correct }) {
  const notes = [
    ...(correct === null ? [] : [element("span", "stamp__note", "The answer is ", numeral(correct), ".")]),
    ...(note ? [element("span", "stamp__note", note)] : []),
  ];
  const stamp = element("div", "stamp", icon(ICONS[mark]), element("span", "", title, ...notes));
  stamp.dataset.mark = mark;
  return stamp;
}
