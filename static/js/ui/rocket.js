/** A student's rocket from the codes of its parts; `quizzes/rules/rocket.py` and tests/golden/rockets.json agree. */

import { shape } from "./dom.js";

/** What is painted over what, from the back to the front. */
const KINDS = ["flame", "nozzle", "flag", "fins", "hull", "pattern", "nose", "window", "crew"];

/**
 * @param {Record<string, string>} outfit  a code for each slot
 * @returns {{symbol: string, kind: string}[]}
 */
export function pieces(outfit) {
  return KINDS.map((kind) => ({ symbol: outfit[kind] ?? kind, kind })).filter(({ symbol }) => !symbol.endsWith("-none"));
}

/** The colours of an outfit, for data-paint: components/rocket.css. */
export function paintOf(outfit) {
  return outfit.paint.replace("paint-", "");
}

/**
 * Fits out a rocket that is in the page anew.
 *
 * @param {SVGSVGElement} svg  of `{% rocket %}`
 */
export function fitOut(svg, outfit) {
  const sprite = svg.querySelector("use").getAttribute("href").split("#")[0];
  svg.dataset.paint = paintOf(outfit);
  svg.replaceChildren(
    ...pieces(outfit).map(({ symbol, kind }) =>
      shape("use", `rocket__${kind}`, { href: `${sprite}#${symbol}`, width: 120, height: 190 }),
    ),
  );
}
