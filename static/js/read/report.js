/** What led to a reading, on the page: verdict, other readings, the glyphs as the net saw them, the time it took. */

import { element } from "../ui/dom.js";
import { showSights } from "./sights.js";
import { alternativesOf, timesOf } from "./words.js";

/**
 * @param {HTMLElement} desk
 * @param {string[]} signs  what a glyph may be
 * @param {(place: number, sign: string) => void} onMend
 */
export function createReport(desk, signs, onMend) {
  const verdict = desk.querySelector(".read__verdict");
  const alternatives = desk.querySelector(".read__alternatives");
  const sights = desk.querySelector(".sights");
  const times = desk.querySelector(".read__times");
  const nothing = desk.querySelector('[data-read="nothing"]');

  function show(reading) {
    verdict.textContent = reading.verdict?.sentence ?? "";
    verdict.dataset.holds = String(reading.verdict?.holds ?? "");
    const others = alternativesOf(reading);
    alternatives.textContent = others && `It may also be ${others}.`;
    showSights(sights, reading, signs, onMend);
    times.querySelector("dl").replaceChildren(...timesOf(reading.milliseconds).map(figureOf));
    times.hidden = false;
    nothing.hidden = reading.glyph_views.length > 0;
  }

  function clear() {
    verdict.textContent = alternatives.textContent = "";
    sights.replaceChildren();
    times.hidden = true;
    nothing.hidden = false;
  }

  return { show, clear };
}

const figureOf = ([name, time]) => element("div", "", element("dt", "", name), element("dd", "", time));
