/** A question on the page, in the markup of templates/partials/prompt.html. */

import { element } from "../ui/dom.js";
import { numberLine } from "./figure.js";
import { numeralOf, typeset } from "./typeset.js";

/** From so many characters on, or in words, a prompt is set smaller. */
const LONG = 22;

/** In words, from so many characters on it is a story, set smaller still. */
const STORY = 90;

/**
 * The question's picture, where it has one, and its prompt.
 *
 * @param {{prompt: {kind: string, text: string}[], spoken: string, layout: string, figure: object | null}} question
 * @returns {Element[]}
 */
export function promptOf({ prompt, spoken, layout, figure }) {
  const inWords = prompt.some(({ kind }) => kind === "text");
  const shown = inWords && prompt.at(-1).kind === "blank" ? prompt.slice(0, -1) : prompt; // below is room enough
  const signs = signsOf(typeset(shown, { layout, decimalSign: decimalSign() }));
  signs.setAttribute("aria-hidden", "true");
  const line = element("p", `prompt prompt--${sizeOf(prompt, inWords, layout)}`, element("span", "visually-hidden", spoken), signs);
  return figure ? [numberLine(figure, decimalSign()), line] : [line];
}

/**
 * Writes the answer into the question's box, or its two where there is a remainder.
 *
 * @param {ParentNode} place  what holds the question
 * @param {boolean} own  whether it is the child's: it has the colour of the ink
 */
export function fillBlank(place, text, own) {
  const blanks = [...place.querySelectorAll(".prompt__blank")];
  const parts = blanks.length > 1 ? text.split(" r ") : [text];
  for (const [at, blank] of blanks.entries()) {
    blank.classList.add("prompt__blank--filled");
    blank.classList.toggle("prompt__blank--own", own);
    blank.replaceChildren(numeral(parts[at] ?? "0")); // a quotient alone leaves nothing
  }
}

/** A number as a child writes it: 3/4 as a fraction. */
export function numeral(text) {
  return element("strong", "", signsOf(numeralOf(text, decimalSign())));
}

function sizeOf(prompt, inWords, layout) {
  const length = prompt.map(({ text }) => text).join(" ").length;
  if (layout === "column") {
    return "column";
  }
  if (inWords && length > STORY) {
    return "story";
  }
  return inWords || length > LONG ? "long" : "question";
}

function signsOf(spans) {
  return element("span", "prompt__signs", ...spans.map(nodeOf));
}

function nodeOf(span) {
  if (typeof span === "string") {
    return span;
  }
  const [names, ...children] = span;
  return element("span", names, ...children.map(nodeOf));
}

function decimalSign() {
  return document.body.dataset.decimalSign; // the classroom's
}
