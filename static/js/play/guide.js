/** The guide on the sheet: the shape of an answer, printed on the paper under the ink. */

import { drawing, shape } from "../ui/dom.js";

/**
 * @param {SVGElement} layer  <svg class="pad__guide">, under the canvas
 * @param {import("./guides.js").Part[]} ghost  nothing hides the layer
 */
export function showGhost(layer, ghost) {
  layer.toggleAttribute("hidden", ghost.length === 0);
  layer.replaceChildren(...ghost.map(nodeOf));
}

/** A small drawing of an answer of this format, as a hand would write it. */
export function exampleOf(name) {
  return drawing("examples", name, "0 0 96 48", "example");
}

function nodeOf({ kind, text, ...place }) {
  switch (kind) {
    case "box":
      return shape("rect", "pad__ghost", { ...place, rx: 18 });
    case "bar":
      return shape("path", "pad__ghost pad__ghost--bar", { d: `M${place.x} ${place.y}h${place.width}` });
    default: {
      const sign = shape("text", "pad__ghost pad__ghost--sign", place);
      sign.textContent = text;
      return sign;
    }
  }
}
