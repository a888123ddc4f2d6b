/** A question on the page, in the markup of templates/partials/prompt.html. */

import { element } from "../ui/dom.js";
import { numberLine } from "./figure.js";
import { numeralOf, typeset } from "./typeset.js";

/** So many times its letters' size, a prompt fits a phone's line; wider ones are set smaller, to fit one line. */
const LINE = 7.6;

/** In words, from so many characters on it is a story, set smaller still. */
const STORY = 75;

/**
 * The question's picture, where it has one, and its prompt.
 *
 * @param {{prompt: {kind: string, text: string}[], spoken: string, layout: string, figure: object | null}} question
 * @returns {Element}
 */
export function promptOf({ prompt, spoken, layout, figure }) {
  const inWords = prompt.some(({ kind }) => kind === "text");
  const shown = inWords && prompt.at(-1).kind === "blank" ? prompt.slice(0, -1) : prompt; // below is room enough
  const signs = signsOf(typeset(shown, { layout, decimalSign: decimalSign() }));
  signs.setAttribute("aria-hidden", "true");
  if (!inWords && layout !== "column") {
    signs.style.setProperty("--wide", lineOf(prompt)); // words run on, signs stay in one line
  }
  const line = element("p", `prompt prompt--${sizeOf(prompt, inWords, layout)}`, element("span", "visually-hidden", spoken), signs);
  return figure ? element("div", "figured", numberLine(figure, decimalSign()), line) : line;
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
  if (layout === "column") {
    return "column";
  }
  if (inWords) {
    return prompt.map(({ text }) => text).join("").length > STORY ? "story" : "long";
  }
  return lineOf(prompt) > LINE ? "medium" : "question";
}

/** About how wide a prompt of one line is, in its letters' size. */
function lineOf(prompt) {
  return prompt.reduce((total, token) => total + widthOf(token), 0);
}

/** About how wide a token is with the gap behind it, in its letters' size. */
function widthOf({ kind, text }) {
  const sign = text === "of" ? 1.7 : 1.12;
  const known = { blank: 1.6, rest: 2.3, operator: sign, relation: 1.12, separator: 0.5, suffix: 0.9, bracket: 0.6 };
  return known[kind] ?? 0.28 + digitsOf(text) * 0.64;
}

/** How many digits are as wide as the number: in a fraction they stand one above the other, and are smaller. */
function digitsOf(text) {
  const [whole, fraction] = text.includes(" ") ? text.split(" ") : ["", text];
  return fraction.includes("/") ? whole.length * 1.4 + fraction.length / 3 : text.length;
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
