/** What the net saw of each glyph: its picture, what it takes it for, and a choice to say what it was. */

import { element } from "../ui/dom.js";
import { bytesOf, drawGrey } from "./pixels.js";
import { nameOf, percent } from "./words.js";

/**
 * @param {HTMLOListElement} list
 * @param {{glyphs: object[], glyph_views: {pixels: string, probabilities: [string, number][]}[]}} reading
 * @param {string[]} signs  what a glyph may be
 * @param {(place: number, sign: string) => void} onMend
 */
export function showSights(list, reading, signs, onMend) {
  list.replaceChildren(...reading.glyph_views.map((view, place) => sightOf(view, place, reading.glyphs[place], signs, onMend)));
}

function sightOf({ pixels, probabilities }, place, glyph, signs, onMend) {
  const title = `Symbol ${place + 1}`;
  const canvas = element("canvas", "sight__pixels");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${title} as the net saw it`);
  drawGrey(canvas, bytesOf(pixels));
  const note = glyph?.mirrored ? [element("p", "sight__note", "Written as in a mirror")] : [];
  return element("li", "sight", canvas, oddsOf(probabilities, title), choiceOf(place, title, glyph?.text ?? "", signs, onMend), ...note);
}

function oddsOf(probabilities, title) {
  const caption = element("caption", "visually-hidden", `${title}: what the net takes it for`);
  return element("table", "odds", caption, element("tbody", "", ...probabilities.map(rowOf)));
}

function rowOf([label, odds]) {
  const name = element("th", "odds__label", nameOf(label));
  name.scope = "row";
  const bar = element("span", "odds__bar");
  bar.style.setProperty("--share", `${(odds * 100).toFixed(1)}%`);
  return element("tr", "", name, element("td", "odds__figure", bar, element("span", "odds__percent", percent(odds))));
}

function choiceOf(place, title, text, signs, onMend) {
  const choice = element("select", "sight__choice", ...["", ...signs].map((sign) => optionOf(sign, text)));
  choice.setAttribute("aria-label", `${title}: it was`);
  choice.addEventListener("change", () => choice.value && onMend(place, choice.value));
  return element("label", "sight__mend", "It was", choice);
}

function optionOf(sign, text) {
  const option = element("option", "", sign ? nameOf(sign) : "?");
  option.value = sign;
  option.selected = sign === text;
  return option;
}
