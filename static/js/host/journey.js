/** The class's journey on the wall: flown once, from where the class was. */

import { element } from "../ui/dom.js";
import { drawJourney, fly, wordsOf } from "../ui/journey.js";

export function createJourney() {
  const figure = element("figure", "journey host__journey");
  let shown = "";

  /** @param {object | null} journey  as docs/live.md has it; null: this class does not travel */
  function update(journey) {
    figure.hidden = journey === null;
    if (journey === null || JSON.stringify(journey) === shown) {
      return;
    }
    shown = JSON.stringify(journey);
    const chart = drawJourney(journey);
    figure.replaceChildren(chart, element("figcaption", "journey__words", ...captionOf(journey)));
    fly(chart, journey);
  }

  return { element: figure, update };
}

function captionOf(journey) {
  const { arrived, planet, fact } = journey;
  return arrived.length ? [element("strong", "", `We have reached ${planet}.`), ` ${fact}`] : [`${wordsOf(journey)}.`];
}
