/** What is around the questions of a live game, as elements: the strip over them, and the page between them. */

import { element, icon } from "../ui/dom.js";
import { drawJourney, fly } from "../ui/journey.js";
import { journeyWords, panelOf, stripOf } from "./words.js";

export class Around {
  #main;
  #strip;
  #panel;
  #aloud;
  #regain;
  #said = {};
  #journey = null;

  /**
   * @param {HTMLElement} main   holds the question and the panel: [data-shows] says which of them is seen
   * @param {HTMLElement} strip  with [data-strip="team"], "figures" and "note"
   * @param {HTMLElement} panel  with [data-panel="title"], "words" and "figures", and [data-shown-as] elements
   * @param {HTMLElement} aloud  a polite live region, for who does not see the panel come
   * @param {() => void} regain  the panel had the keyboard's focus, and is gone
   */
  constructor(main, strip, panel, aloud, regain) {
    this.#main = main;
    this.#strip = strip;
    this.#panel = panel;
    this.#aloud = aloud;
    this.#regain = regain;
  }

  /** @param {import("./state.js").Play} state */
  render(state) {
    this.#showStrip(stripOf(state));
    this.#showPanel(panelOf(state));
    this.#showJourney(state.moment?.game.journey ?? null);
  }

  #showStrip(strip) {
    if (this.#isSaid("strip", strip)) {
      return;
    }
    this.#strip.hidden = strip === null;
    if (strip) {
      const part = (name) => this.#strip.querySelector(`[data-strip="${name}"]`);
      part("team").replaceChildren(...(strip.team ? [strip.team] : []));
      part("figures").replaceChildren(...strip.figures.flatMap(({ label, value }) => [element("span", "strip__figure", element("strong", "", value), ` ${label}`)]));
      part("note").replaceChildren(...(strip.note ? [icon("offline"), strip.note] : []));
    }
  }

  #showPanel(panel) {
    if (this.#isSaid("panel", panel)) {
      return;
    }
    const focused = this.#main.contains(document.activeElement);
    const held = this.#panel.contains(document.activeElement);
    this.#main.dataset.shows = panel ? "panel" : "question";
    this.#panel.hidden = panel === null;
    this.#say(panel ? [panel.title, ...panel.words].join(" ") : "");
    if (panel) {
      this.#fill(panel);
    }
    if (focused && held !== Boolean(panel)) {
      (panel ? () => this.#panel.focus({ preventScroll: true }) : this.#regain)(); // what had the keyboard's focus is gone
    }
  }

  #fill(panel) {
    const part = (name) => this.#panel.querySelector(`[data-panel="${name}"]`);
    part("title").textContent = panel.title;
    part("words").replaceChildren(...panel.words.map((text) => element("p", "", text)));
    part("figures").replaceChildren(...panel.figures.map(figureOf));
    for (const each of this.#panel.querySelectorAll("[data-shown-as]")) {
      each.hidden = !panel.shows.includes(each.dataset.shownAs);
    }
  }

  /** A live region that is written anew is read aloud anew. */
  #say(words) {
    if (this.#aloud.textContent !== words) {
      this.#aloud.textContent = words;
    }
  }

  /** From where the class was when it was last shown here, to where it is. Until it is told anew, the chart stays. */
  #showJourney(journey) {
    const figure = this.#panel.querySelector(".journey");
    if (!figure || !journey || this.#isSaid("journey", journey)) {
      return;
    }
    const before = this.#journey?.planet === journey.planet ? this.#journey.share : journey.share_before;
    this.#journey = journey;
    const [first, more] = journeyWords(journey);
    const chart = drawJourney(journey);
    figure.replaceChildren(chart, element("figcaption", "journey__words", element("strong", "", first), ` ${more}`));
    fly(chart, { ...journey, share_before: before });
  }

  #isSaid(place, what) {
    const said = JSON.stringify(what);
    const same = this.#said[place] === said;
    this.#said[place] = said;
    return same;
  }
}

function figureOf({ label, value }) {
  return element("div", "", element("dt", "", label), element("dd", "", value));
}
