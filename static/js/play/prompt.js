/** A question on the page, in the markup of templates/partials/prompt.html. */

import { element } from "../ui/dom.js";
import { typeset } from "./typeset.js";

/** From so many characters on, or in words, a prompt is set smaller. */
const LONG = 22;

/** @param {{prompt: {kind: string, text: string}[], spoken: string}} question */
export function promptOf({ prompt, spoken }) {
  const inWords = prompt.some(({ kind }) => kind === "text");
  const long = inWords || prompt.map(({ text }) => text).join(" ").length > LONG;
  const signs = signsOf(inWords && prompt.at(-1).kind === "blank" ? prompt.slice(0, -1) : prompt); // below is room enough
  signs.setAttribute("aria-hidden", "true");
  return element("p", `prompt prompt--${long ? "long" : "question"}`, element("span", "visually-hidden", spoken), signs);
}

/**
 * Writes the answer into the question's box.
 *
 * @param {ParentNode} place  what holds the question
 * @param {boolean} own  whether it is the child's: it has the colour of the ink
 */
export function fillBlank(place, text, own) {
  for (const blank of place.querySelectorAll(".prompt__blank")) {
    blank.classList.add("prompt__blank--filled");
    blank.classList.toggle("prompt__blank--own", own);
    blank.replaceChildren(numeral(text));
  }
}

/** A number as a child writes it: 3/4 as a fraction. */
export function numeral(text) {
  return element("strong", "", signsOf([{ kind: "number", text }]));
}

function signsOf(prompt) {
  const { decimalSign } = document.body.dataset; // the classroom's
  return element("span", "prompt__signs", ...typeset(prompt, decimalSign).map(nodeOf));
}

function nodeOf({ kind, text, variant, whole, top, bottom }) {
  if (kind === "blank") {
    return element("span", "prompt__blank");
  }
  if (top) {
    const parts = element("span", "fraction__parts", element("span", "fraction__top", top),
      element("span", "visually-hidden", "/"), element("span", "fraction__bottom", bottom));
    return element("span", "prompt__number fraction", ...(whole ? [element("span", "", whole), " "] : []), parts);
  }
  return element("span", `prompt__${kind}${variant ? ` prompt__${kind}--${variant}` : ""}`, text);
}
